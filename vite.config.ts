import { defineConfig } from 'vite'
import webExtension from 'vite-plugin-web-extension'

const browser = process.env.TARGET === 'firefox' ? 'firefox' : 'chrome'

/** Builds one browser's extension into dist/<browser>; TARGET chooses, since child builds re-read this very file. */
export default defineConfig({
  build: { outDir: `dist/${browser}`, emptyOutDir: true, target: 'es2022', minify: true, sourcemap: false, modulePreload: false },
  plugins: [
    webExtension({
      manifest: 'manifest.json',
      browser,
      additionalInputs: [
        'src/page-facts.ts',
        'src/insert-reply.ts',
        'src/card/card.html',
        'src/welcome/welcome.html',
      ],
      skipManifestValidation: true,
      disableAutoLaunch: true,
      printSummary: false,
    }),
  ],
})
