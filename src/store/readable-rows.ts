import { type IDBPDatabase, openDB } from 'idb'
import { DATABASE } from './schema'

/** A piece of a table: the rows that can be read, and how many cannot. */
export interface ReadablePiece {
  readonly rows: readonly (readonly [key: IDBValidKey, row: unknown])[]
  readonly lost: number
}

const AT_ONCE = 500

/** The database as it lies there, whatever version made it: nothing is brought up to date, and none is made where there is none. Rejects where it cannot be opened. */
export async function openAsItIs(): Promise<IDBPDatabase | undefined> {
  const isThere = await indexedDB.databases().then((all) => all.some(({ name }) => name === DATABASE), () => true)
  return isThere ? openDB(DATABASE) : undefined
}

/** A table piece by piece, as far as it can be read: where a piece cannot be read at once, row by row. */
export async function* readablePieces(database: IDBPDatabase, table: string): AsyncGenerator<ReadablePiece> {
  for (let after: IDBValidKey | undefined; ; ) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
    const keys = await database.getAllKeys(table, range, AT_ONCE).catch(() => undefined)
    // Not even what there is can be told any more: as many as the table counts, or one that stands for them.
    if (!keys) return void (yield { rows: [], lost: await database.count(table, range).catch(() => 1) })
    if (keys.length === 0) return
    yield await readPiece(database, table, keys, range)
    after = keys.at(-1)
  }
}

async function readPiece(database: IDBPDatabase, table: string, keys: readonly IDBValidKey[], range: IDBKeyRange | null): Promise<ReadablePiece> {
  const rows: unknown[] | undefined = await database.getAll(table, range, keys.length).catch(() => undefined)
  if (rows?.length === keys.length) return { rows: keys.map((key, place) => [key, rows[place]] as const), lost: 0 }
  const read: (readonly [IDBValidKey, unknown])[] = []
  for (const key of keys) {
    const row: unknown = await database.get(table, key).catch(() => undefined)
    if (row !== undefined) read.push([key, row])
  }
  return { rows: read, lost: keys.length - read.length }
}
