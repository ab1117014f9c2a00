import { unwrap } from 'idb'
import type { Clock } from '../domain/clock'
import { readMany } from './read-many'
import { rememberLists } from './remember-lists'
import { type Base, type Key, keysIn, type Row, type Table } from './remembered-table'
import type { WriteTransaction } from './transactions'

/** A transaction that many changes share: what one of them wrote the next one reads from memory. */
export interface Remembered {
  /** Knows get, put, add, delete and index; anything else of these tables would miss what is not written yet. */
  readonly transaction: WriteTransaction
  /** The transaction itself, past the memory. */
  readonly base: WriteTransaction
  /** Nothing is stored under this key as yet: the database need not be asked. */
  readonly isNew: (key: string) => void
  /** Reads what is stored under these keys of a table, or of an index of it, before it is asked for. */
  readonly readAhead: (table: RememberedName, index: string | undefined, keys: Iterable<string>) => Promise<void>
  /** Sends every row that changed since the last time on its way; the end of the transaction tells whether they came to be written. */
  readonly write: () => void
  /** The same with the lists of the index: all people change the same ones, so they go last. */
  readonly finish: () => void
}

const REMEMBERED = ['people', 'notes', 'contacts', 'journal', 'search'] as const
export type RememberedName = (typeof REMEMBERED)[number]

/** Puts a memory before the tables of a transaction, so that thousands of changes cost few readings, and one writing of each row. */
export function rememberTables(transaction: WriteTransaction): Remembered {
  const fresh = new Set<string>()
  const tables = new Map<string, ReturnType<typeof rememberTable>>()
  for (const name of REMEMBERED) tables.set(name, rememberTable(transaction.objectStore(name) as unknown as Base, fresh))
  const clock = rememberClock(transaction)
  const lists = rememberLists(transaction.objectStore('terms'))
  const remembered = (name: string): unknown => ({ clock, terms: lists })[name]?.table ?? tables.get(name)?.table
  const objectStore = (name: string): unknown => remembered(name) ?? transaction.objectStore(name as RememberedName)
  const write = (): void => {
    for (const { write } of tables.values()) write()
    clock.write()
  }
  return {
    transaction: { objectStore } as unknown as WriteTransaction,
    base: transaction,
    isNew: (key) => void fresh.add(key),
    readAhead: async (table, index, keys) => tables.get(table)?.readAhead(index, keys),
    write,
    finish: () => (write(), lists.write()),
  }
}

function rememberClock(transaction: WriteTransaction) {
  const base = transaction.objectStore('clock')
  let held: Clock | undefined
  let ticked: Clock | undefined
  const table = {
    get: async () => (held ??= await base.get('own')),
    put: (clock: Clock) => Promise.resolve(void (held = ticked = clock)),
  }
  const write = (): void => {
    if (ticked) unwrap(base).put(ticked, 'own')
    ticked = undefined
  }
  return { table, write }
}

function rememberTable(base: Base, fresh: ReadonlySet<string>) {
  const written = new Map<Key, Row | undefined>()
  const unsent = new Map<Key, 'put' | 'add'>()
  const read = new Map<Key, Promise<Row | undefined>>()
  const indexes = new Map([...base.indexNames].map((name) => [name, rememberIndex(base, name, written, fresh)]))
  const idOf = (row: Row): Key => row[base.keyPath] as Key

  const keep = (key: Key, row: Row | undefined, how: 'put' | 'add'): Promise<Key> => {
    written.set(key, row)
    unsent.set(key, how)
    if (row) for (const { note } of indexes.values()) note(key, row)
    return Promise.resolve(key)
  }
  const get = (key: Key): Promise<Row | undefined> => (written.has(key) || fresh.has(key) ? Promise.resolve(written.get(key)) : kept(read, key, () => base.get(key)))
  const index = (name: string) => {
    const held = indexes.get(name)
    if (!held) throw new Error(`There is no index ${name}.`)
    return held
  }
  const table: Table = { get, put: (row) => keep(idOf(row), row, 'put'), add: (row) => keep(idOf(row), row, 'add'), delete: (key) => keep(key, undefined, 'put'), index }
  const readAhead = async (name: string | undefined, keys: Iterable<Key>): Promise<void> => {
    if (name !== undefined) return index(name).readAhead(keys)
    for (const [key, rows] of await readMany(base, keys, { idOf, keysOf: (row) => [idOf(row)] })) read.set(key, Promise.resolve(rows[0]))
  }
  // Past idb: an event listener and a promise for each of a million rows are a good part of what an import costs.
  const store = unwrap(base as never) as unknown as IDBObjectStore
  const write = (): void => {
    for (const [key, how] of unsent) {
      const row = written.get(key)
      if (row) store[how](row)
      else store.delete(key)
    }
    unsent.clear()
  }
  return { table, readAhead, write }
}

function rememberIndex(base: Base, name: string, written: ReadonlyMap<Key, Row | undefined>, fresh: ReadonlySet<string>) {
  const index = base.index(name)
  const read = new Map<Key, Promise<readonly Row[]>>()
  const noted = new Map<Key, Set<Key>>()
  const ourRows = (key: Key): readonly Row[] => [...(noted.get(key) ?? [])].map((id) => written.get(id)).filter((row) => row !== undefined && keysIn(row, index).includes(key)) as readonly Row[]
  const getAll = async (key: Key, most = Infinity): Promise<readonly Row[]> => {
    const stored: readonly Row[] = fresh.has(key) ? [] : await kept(read, key, () => index.getAll(key))
    const untouched = stored.filter((row) => !written.has(row[base.keyPath] as Key))
    return [...untouched, ...ourRows(key)].slice(0, most)
  }
  return {
    getAll,
    getAllKeys: async (key: Key) => (await getAll(key)).map((row) => row[base.keyPath] as Key),
    get: async (key: Key) => (await getAll(key, 1))[0],
    note: (id: Key, row: Row) => {
      for (const key of keysIn(row, index)) noted.set(key, (noted.get(key) ?? new Set()).add(id))
    },
    readAhead: async (keys: Iterable<Key>) => {
      for (const [key, rows] of await readMany(index, keys, { idOf: (row) => row[base.keyPath] as Key, keysOf: (row) => keysIn(row, index) })) read.set(key, Promise.resolve(rows))
    },
  }
}

function kept<Value>(held: Map<Key, Promise<Value>>, key: Key, read: () => Promise<Value>): Promise<Value> {
  const known = held.get(key)
  if (known) return known
  const reading = read()
  held.set(key, reading)
  return reading
}
