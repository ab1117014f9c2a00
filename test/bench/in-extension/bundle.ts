import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

let bundled: Promise<string> | undefined

/** The text of in-extension/entry.ts with everything it imports, as one script. Built once. */
export function inExtensionScript(): Promise<string> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<string> {
  const outDir = join(process.cwd(), '.cache', 'bench', `in-extension-${process.pid}`)
  await build({
    configFile: false,
    publicDir: false,
    envDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'entry.ts'), formats: ['iife'], name: 'regularsBenchEntry', fileName: () => 'entry.js' },
    },
  })
  return readFileSync(join(outDir, 'entry.js'), 'utf8')
}
