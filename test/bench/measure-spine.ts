import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { leanIdb } from '../../scripts/build/lean-idb.ts'
import { leanTwitter } from '../../scripts/build/lean-twitter.ts'
import { squeeze } from '../../scripts/build/squeeze.ts'

/** The most that the worker may have without what connects it to other services, in kB of gzip. */
export const SPINE_LIMIT = 30
/** The same with X's interface, and without what connects a CRM. */
export const WITH_X_LIMIT = 55
/** The most that helping at composers may add to what every page reads, in kB of gzip. */
export const COMPOSER_LIMIT = 8

/** The parts of the background by which it is connected: everything that only they need goes with them. */
const CONNECTIONS = /\/src\/background\/(x|crm|team)-[a-z-]+\.ts$/
/** What a page without an open composer reads of the help there. */
const COMPOSER = /\/src\/page\/on-composer\.ts$/
const NOTHING = /(?!)/
const CRM = /\/src\/background\/crm-[a-z-]+\.ts$/

/** Puts in the place of each of these files one that exports the same names and does nothing. */
const without = (left: RegExp): Plugin => ({
  name: 'without-connections',
  enforce: 'pre',
  load(id) {
    if (!left.test(id)) return undefined
    const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => name)
    return names.map((name) => `export const ${name} = () => undefined`).join('\n')
  },
})

/** The size of the background without its connections, in kB of gzip. */
export const spineKb = (): Promise<number> => kbWithout(CONNECTIONS)

/** The size of the background with an account at X, but without a CRM, in kB of gzip. */
export const withXKb = (): Promise<number> => kbWithout(CRM)

/** What helping at composers adds to a page that has none open, in kB of gzip. */
export async function composerKb(): Promise<number> {
  return (await kbWithout(NOTHING, 'content')) - (await kbWithout(COMPOSER, 'content'))
}

/** The background as it would be without X's interface: what starting it costs is compared with that. */
export const codeWithoutX = (): Promise<string> => codeWithout(/\/src\/background\/x-[a-z-]+\.ts$/, 'background')

async function kbWithout(left: RegExp, entry = 'background'): Promise<number> {
  return Math.round(gzipSync(await codeWithout(left, entry), { level: 9 }).length / 10) / 100
}

/** Built as the product is, but for what is left out. */
async function codeWithout(left: RegExp, entry: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../..')
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'webextension-polyfill': `${root}/src/contract/native-browser.ts` } },
    plugins: [leanIdb, leanTwitter, without(left)],
    build: { write: false, target: 'es2022', minify: true, lib: { entry: `${root}/src/${entry}.ts`, formats: ['iife'], name: 'spine' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error(`Vite built no script out of src/${entry}.ts.`)
  return squeeze(chunk.code)
}
