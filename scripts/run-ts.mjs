// Runs a TypeScript entry on any Node that we support: bundles it into .cache/, then imports it.
// Usage: node scripts/run-ts.mjs <entry.ts> [arguments]
import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
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
  if (!existsSync(resolve(root, entry))) throw new Error(`There is no ${entry} yet.`)
  const outDir = join(root, '.cache', 'run-ts', `${basename(entry).replace(/\.tsx?$/, '')}-${process.pid}`)
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [keepOwnAddress],
    build: {
      ssr: resolve(root, entry),
      outDir,
      emptyOutDir: true,
      sourcemap: 'inline',
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  process.on('exit', () => { rmSync(outDir, { recursive: true, force: true }) })
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(join(outDir, 'main.mjs')).href)
}

const [, script, entry] = process.argv
if (script !== undefined && entry !== undefined && resolve(script) === fileURLToPath(import.meta.url)) {
  process.chdir(root)
  process.argv.splice(1, 1)
  await runTypeScript(entry)
}
