import type { Clock } from '../domain/clock'
import type { WriteTransaction } from './transactions'

type Row = Readonly<Record<string, unknown>>
type Key = string

/** The part of a table that applying a change needs. */
interface Table {
  get(key: Key): Promise<Row | undefined>
  put(row: Row): Promise<Key>
  add(row: Row): Promise<Key>
  index(name: string): { get(key: Key): Promise<Row | undefined>; getAll(key: Key, most?: number): Promise<readonly Row[]> }
}

/** A table as the database gives it. */
interface Base extends Table {
  readonly keyPath: string
  readonly indexNames: Iterable<string>
  index(name: string): ReturnType<Table['index']> & { readonly keyPath: string | readonly string[]; readonly multiEntry: boolean }
}

/** A transaction that many changes share: what one of them wrote the next one reads from memory, and each row is written once, at the end. */
export interface Remembered {
  /** Knows get, put, add and index; anything else of these tables would miss what is not written yet. */
  readonly transaction: WriteTransaction
  /** Nothing is stored under this key as yet: the database need not be asked. */
  readonly isNew: (key: string) => void
  /** Writes every row that changed. */
  readonly flush: () => Promise<void>
}

const REMEMBERED = ['people', 'notes', 'contacts', 'journal', 'search'] as const

/** Puts a memory before the tables of a transaction, so that thousands of changes cost one reading and one writing of each row. */
export function rememberTables(transaction: WriteTransaction): Remembered {
  const fresh = new Set<string>()
  const tables = new Map<string, ReturnType<typeof rememberTable>>()
  for (const name of REMEMBERED) tables.set(name, rememberTable(transaction.objectStore(name) as unknown as Base, fresh))
  const clock = rememberClock(transaction)
  const objectStore = (name: string): unknown => (name === 'clock' ? clock.table : tables.get(name)?.table) ?? transaction.objectStore(name as (typeof REMEMBERED)[number])
  return {
    transaction: { objectStore } as unknown as WriteTransaction,
    isNew: (key) => void fresh.add(key),
    flush: async () => void (await Promise.all<unknown>([...[...tables.values()].flatMap(({ writeAll }) => writeAll()), ...clock.write()])),
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
  return { table, write: () => (ticked ? [base.put(ticked, 'own')] : []) }
}

function rememberTable(base: Base, fresh: ReadonlySet<string>) {
  const written = new Map<Key, Row>()
  const read = new Map<Key, Promise<Row | undefined>>()
  const indexes = new Map([...base.indexNames].map((name) => [name, rememberIndex(base, name, written, fresh)]))

  const put = (row: Row): Promise<Key> => {
    const key = row[base.keyPath] as Key
    written.set(key, row)
    for (const { note } of indexes.values()) note(key, row)
    return Promise.resolve(key)
  }
  const get = (key: Key): Promise<Row | undefined> => {
    const held = written.get(key)
    if (held || fresh.has(key)) return Promise.resolve(held)
    return kept(read, key, () => base.get(key))
  }
  const index = (name: string) => {
    const held = indexes.get(name)
    if (!held) throw new Error(`There is no index ${name}.`)
    return held
  }
  const table: Table = { get, put, add: put, index }
  return { table, writeAll: () => [...written.values()].map((row) => base.put(row)) }
}

function rememberIndex(base: Base, name: string, written: ReadonlyMap<Key, Row>, fresh: ReadonlySet<string>) {
  const index = base.index(name)
  const read = new Map<Key, Promise<readonly Row[]>>()
  const noted = new Map<Key, Set<Key>>()
  const getAll = async (key: Key, most = Infinity): Promise<readonly Row[]> => {
    const stored: readonly Row[] = fresh.has(key) ? [] : await kept(read, key, () => index.getAll(key))
    const untouched = stored.filter((row) => !written.has(row[base.keyPath] as Key))
    const ours = [...(noted.get(key) ?? [])].map((id) => written.get(id)).filter((row) => row !== undefined && keysOf(row, index).includes(key)) as readonly Row[]
    return [...untouched, ...ours].slice(0, most)
  }
  return {
    getAll,
    get: async (key: Key) => (await getAll(key, 1))[0],
    note: (id: Key, row: Row) => {
      for (const key of keysOf(row, index)) noted.set(key, (noted.get(key) ?? new Set()).add(id))
    },
  }
}

function keysOf(row: Row, { keyPath, multiEntry }: { readonly keyPath: string | readonly string[]; readonly multiEntry: boolean }): readonly Key[] {
  if (typeof keyPath !== 'string') return []
  const value = keyPath.split('.').reduce<unknown>((held, part) => (held as Row | undefined)?.[part], row)
  if (multiEntry && Array.isArray(value)) return value as readonly Key[]
  return typeof value === 'string' ? [value] : []
}

function kept<Value>(held: Map<Key, Promise<Value>>, key: Key, read: () => Promise<Value>): Promise<Value> {
  const known = held.get(key)
  if (known) return known
  const reading = read()
  held.set(key, reading)
  return reading
}
