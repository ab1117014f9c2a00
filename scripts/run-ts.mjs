// Runs a TypeScript entry on any Node that we support: bundles it into .cache/, then imports it. Usage: node scripts/run-ts.mjs entry.ts [arguments]
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Bundling moves code into .cache/, so each file's own address is written into it. */
const keepOwnAddress = {
  name: 'keep-own-address',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('node_modules') || !/import\.meta\.(url|dirname)/.test(code)) return undefined
    return code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
  },
}

/** Bundles one entry, with packages left outside, and runs it in this very process. */
export async function runTypeScript(entry) {
  const name = basename(entry).replace(/\.tsx?$/, '')
  const outDir = join(root, '.cache', 'run-ts', `${name}-${process.pid}`)
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [keepOwnAddress],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { ssr: join(root, entry), outDir, emptyOutDir: true, sourcemap: 'inline', minify: false, target: 'node20', rollupOptions: { output: { entryFileNames: 'main.mjs' } } },
  })
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(join(outDir, 'main.mjs')).href)
}

const [, script, entry] = process.argv
if (script !== undefined && pathToFileURL(script).href === import.meta.url && entry !== undefined) {
  process.chdir(root)
  process.argv.splice(1, 1)
  await runTypeScript(entry)
}
