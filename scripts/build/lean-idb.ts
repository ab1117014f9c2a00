import type { Plugin } from 'vite'

const LIBRARY = /\/idb\/build\/index\.js$/
const FROM = 'const advanceMethodProps'
const TO = 'export {'

/** Leaves out of idb that cursors, tables and indexes can be gone through by `for await`: nobody here does, and each look at a table would ask whether that is meant. */
export const leanIdb: Plugin = {
  name: 'lean-idb',
  enforce: 'pre',
  transform(code, id) {
    if (!LIBRARY.test(id)) return undefined
    const [from, to] = [code.indexOf(FROM), code.lastIndexOf(TO)]
    if (from < 0 || to < from || !code.slice(from, to).includes('Symbol.asyncIterator')) throw new Error('idb is not built as it was: look at scripts/build/lean-idb.ts.')
    return { code: code.slice(0, from) + code.slice(to), map: null }
  },
}
