import { deleteDB, type IDBPDatabase, openDB } from 'idb'

/** A database that is being filled has version 1 and this table: nobody takes it for a whole one. */
export const UNFINISHED = 'unfinished'

const ROWS_AT_ONCE = 500

/** Makes a database anew out of another, table by table, with the same version. Cut short, it leaves an unfinished one. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  await deleteDB(to)
  const source = await openDB(from)
  try {
    await fill(source, to)
  } finally {
    source.close()
  }
}

async function fill(source: IDBPDatabase, to: string): Promise<void> {
  const copy = await openDB(to, 1, { upgrade: (fresh) => layOut(source, fresh) })
  try {
    for (const name of source.objectStoreNames) await copyTable(source, copy, name)
  } finally {
    copy.close()
  }
  const whole = await openDB(to, source.version, { upgrade: (database) => database.deleteObjectStore(UNFINISHED) })
  whole.close()
}

/** The same tables and indexes, whatever they are: nothing here knows what the database is about. */
function layOut(source: IDBPDatabase, fresh: IDBPDatabase): void {
  fresh.createObjectStore(UNFINISHED)
  const tables = source.transaction([...source.objectStoreNames], 'readonly')
  for (const name of source.objectStoreNames) {
    const table = tables.objectStore(name)
    const made = fresh.createObjectStore(name, { keyPath: table.keyPath, autoIncrement: table.autoIncrement })
    for (const { name: index, keyPath, unique, multiEntry } of [...table.indexNames].map((index) => table.index(index))) made.createIndex(index, keyPath, { unique, multiEntry })
  }
}

async function copyTable(source: IDBPDatabase, copy: IDBPDatabase, name: string): Promise<void> {
  for (let after: IDBValidKey | undefined; ; ) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
    const table = source.transaction(name, 'readonly').store
    const [keys, rows] = await Promise.all([table.getAllKeys(range, ROWS_AT_ONCE), table.getAll(range, ROWS_AT_ONCE)])
    const writing = copy.transaction(name, 'readwrite', { durability: 'strict' })
    const isKeyed = writing.store.keyPath !== null
    await Promise.all([...rows.map((row, place) => (isKeyed ? writing.store.put(row) : writing.store.put(row, keys[place]))), writing.done])
    if (keys.length < ROWS_AT_ONCE) return
    after = keys.at(-1)
  }
}
