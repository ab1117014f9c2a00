import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { minify } from 'terser'
import { build, type Plugin } from 'vite'

/** The most that the worker may have without what connects it to other services, in kB of gzip. */
export const SPINE_LIMIT = 30

/** The parts of the background by which it is connected: everything that only they need goes with them. */
const CONNECTIONS = /\/src\/background\/(x|crm|team)-[a-z-]+\.ts$/

/** Puts in the place of every connection a file that exports the same names and does nothing. */
const withoutConnections: Plugin = {
  name: 'without-connections',
  enforce: 'pre',
  load(id) {
    if (!CONNECTIONS.test(id)) return undefined
    const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => name)
    return names.map((name) => `export const ${name} = () => undefined`).join('\n')
  },
}

/** The size of the background without its connections, in kB of gzip, built as the product is. */
export async function spineKb(): Promise<number> {
  const root = resolve(import.meta.dirname, '../..')
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'webextension-polyfill': `${root}/src/contract/native-browser.ts` } },
    plugins: [withoutConnections],
    build: { write: false, target: 'es2022', minify: true, lib: { entry: `${root}/src/background.ts`, formats: ['iife'], name: 'spine' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('Vite built no script out of src/background.ts.')
  const { code = '' } = await minify(chunk.code, { ecma: 2020, compress: { passes: 2 } })
  return Math.round(gzipSync(code, { level: 9 }).length / 10) / 100
}
