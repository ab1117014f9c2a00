import type { Plugin } from 'vite'

const LIBRARY = /\/idb\/build\/index\.js$/

/** What is left out: from one text to another, and what must stand between. */
const LEFT_OUT: readonly (readonly [from: string, to: string, between: string])[] = [
  // Going through cursors, tables and indexes by `for await`: nobody here does, and each look at a table would ask whether that is meant.
  ['const advanceMethodProps', 'export {', 'Symbol.asyncIterator'],
  // Writing to a table's own properties, and asking by `in` what it has: nobody does either.
  ['    set(target, prop, value)', '};\nfunction replaceTraps', 'return prop in target'],
  ['    has: (target, prop)', '}));', 'getMethod'],
]

/** Leaves out of idb what nobody here asks of it. */
export const leanIdb: Plugin = {
  name: 'lean-idb',
  enforce: 'pre',
  transform(code, id) {
    return LIBRARY.test(id) ? { code: LEFT_OUT.reduce(without, code), map: null } : undefined
  },
}

function without(code: string, [start, end, between]: (typeof LEFT_OUT)[number]): string {
  const from = code.indexOf(start)
  const to = code.indexOf(end, from)
  if (from < 0 || to < from || !code.slice(from, to).includes(between)) throw new Error('idb is not built as it was: look at scripts/build/lean-idb.ts.')
  return code.slice(0, from) + code.slice(to)
}
