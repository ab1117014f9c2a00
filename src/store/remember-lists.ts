import { unwrap } from 'idb'
import { BLOCK, blockIn } from './place-lists'
import { NEXT_PLACE, type TermTable } from './write-lists'

/** The lists of the index in memory: thousands of people change the same ones, and each is written once. */
export function rememberLists(base: TermTable) {
  const held = new Map<string, string | undefined>()
  const changed = new Set<string>()
  /** Blocks from this one on are begun in this transaction: none of their lists is stored. */
  let firstNew = Infinity

  const get = async (key: string): Promise<string | undefined> => {
    if (held.has(key)) return held.get(key)
    const list = key !== NEXT_PLACE && blockIn(key) >= firstNew ? undefined : await base.get(key)
    if (key === NEXT_PLACE) firstNew = Math.ceil(Number(list ?? 0) / BLOCK)
    held.set(key, list)
    return list
  }
  const keep = (key: string, list: string | undefined): void => {
    held.set(key, list)
    changed.add(key)
  }
  const table: TermTable = {
    get,
    put: (list, key) => Promise.resolve(keep(key, list)),
    delete: (key) => Promise.resolve(keep(key, undefined)),
  }
  // Past idb, as the other tables are.
  const store = unwrap(base as never) as unknown as IDBObjectStore
  const write = (): void => {
    for (const key of changed) writeTo(store, key, held.get(key))
    changed.clear()
  }
  return { table, write }
}

function writeTo(store: IDBObjectStore, key: string, list: string | undefined): void {
  if (list === undefined) store.delete(key)
  else store.put(list, key)
}
