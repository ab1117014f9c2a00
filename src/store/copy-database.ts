import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { readablePieces } from './readable-rows'
import { Told } from '../domain/told'

/** A database that is being filled has version 1 and this table: nobody takes it for a whole one. */
export const UNFINISHED = 'unfinished'

/** Makes a database anew out of another, table by table, with the same version. Cut short, it leaves an unfinished one. What cannot be read ends it, unless `lost` takes note of how many rows that are. */
export async function copyDatabase(from: string, to: string, lost: (rows: number) => void = refuse): Promise<void> {
  await deleteDB(to)
  const source = await openDB(from)
  try {
    await fill(source, to, lost)
  } finally {
    source.close()
  }
}

async function fill(source: IDBPDatabase, to: string, lost: (rows: number) => void): Promise<void> {
  const copy = await openDB(to, 1, { upgrade: (fresh) => layOut(source, fresh) })
  try {
    for (const name of source.objectStoreNames) await copyTable(source, copy, name, lost)
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

async function copyTable(source: IDBPDatabase, copy: IDBPDatabase, name: string, lost: (rows: number) => void): Promise<void> {
  for await (const piece of readablePieces(source, name)) {
    if (piece.lost > 0) lost(piece.lost)
    const writing = copy.transaction(name, 'readwrite', { durability: 'strict' })
    const isKeyed = writing.store.keyPath !== null
    await Promise.all([...piece.rows.map(([key, row]) => (isKeyed ? writing.store.put(row) : writing.store.put(row, key))), writing.done])
  }
}

function refuse(rows: number): never {
  throw new Told('toldRowsLost', rows)
}
