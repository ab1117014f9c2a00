import { defineConfig, type Plugin } from 'vite'
import webExtension from 'vite-plugin-web-extension'
import { leanIdb } from './scripts/build/lean-idb.ts'
import { leanTwitter } from './scripts/build/lean-twitter.ts'
import { squeeze } from './scripts/build/squeeze.ts'

const browser = process.env.TARGET === 'firefox' ? 'firefox' : 'chrome'

/** In Chromium a script in the page's own world shows its address, and so ours, in every stack beneath it: it gets another name. */
const namePageFacts: Plugin = {
  name: 'name-page-facts',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.fileName.endsWith('page-facts.js')) file.code += '\n//# sourceURL=page-facts.js\n'
  },
}

/** Squeezes the scripts that start with every page and with every question. */
const squeezeScripts: Plugin = {
  name: 'squeeze-scripts',
  enforce: 'post',
  generateBundle: async (_options, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk' && /(content|background)\.js$/.test(file.fileName)) file.code = await squeeze(file.code)
    }
  },
}

/** What a graph of modules tells of one of them. */
interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null
}

const behindCard = new Map<string, boolean>()

/** In which of two shared pieces a module stands: in that of the card and whoever else needs it, or in that of all other pages. */
function sharedPiece(id: string, graph: Graph): string {
  return isBehindCard(id, graph) ? 'shared' : 'shared-pages'
}

function isBehindCard(id: string, graph: Graph): boolean {
  const known = behindCard.get(id)
  if (known !== undefined) return known
  behindCard.set(id, false)
  const found = id.endsWith('src/card/card.html') || (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isBehindCard(importer, graph))
  behindCard.set(id, found)
  return found
}

/** Builds one browser's extension into dist/<browser>; TARGET chooses, since child builds re-read this very file. */
export default defineConfig({
  resolve: { alias: { 'webextension-polyfill': `${import.meta.dirname}/src/contract/native-browser.ts` } },
  build: {
    outDir: `dist/${browser}`,
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    sourcemap: false,
    // The card must be there within a tenth of a second: its page names all it needs, in one shared piece that holds nothing else, so that nothing is found late.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: sharedPiece, minShareCount: 2 }] } } },
  },
  plugins: [
    leanIdb,
    leanTwitter,
    namePageFacts,
    squeezeScripts,
    webExtension({
      manifest: 'manifest.json',
      browser,
      additionalInputs: [
        'src/page-facts.ts',
        'src/insert-reply.ts',
        'src/composer-help.ts',
        'src/card/card.html',
        'src/picker/picker.html',
        'src/welcome/welcome.html',
        'src/backup/backup.html',
        'src/backup/by-itself.html',
        'src/replies/replies.html',
        'src/inbox/inbox.html',
        'src/subject/subject.html',
        'src/privacy/privacy.html',
        'src/keys/keys.html',
      ],
      skipManifestValidation: true,
      disableAutoLaunch: true,
      printSummary: false,
    }),
  ],
})
