import type { ReadableByRange } from './read-many'

export type Row = Readonly<Record<string, unknown>>
export type Key = string

/** The part of a table that applying a change needs. */
export interface Table {
  get(key: Key): Promise<Row | undefined>
  put(row: Row): Promise<Key>
  add(row: Row): Promise<Key>
  delete(key: Key): Promise<unknown>
  index(name: string): { get(key: Key): Promise<Row | undefined>; getAll(key: Key, most?: number): Promise<readonly Row[]>; getAllKeys(key: Key): Promise<readonly Key[]> }
}

/** What tells the keys under which an index has a row. */
interface IndexKeys {
  readonly keyPath: string | readonly string[]
  readonly multiEntry: boolean
}

/** A table as the database gives it. */
export interface Base extends ReadableByRange<Row> {
  readonly keyPath: string
  readonly indexNames: Iterable<string>
  get(key: Key): Promise<Row | undefined>
  index(name: string): ReadableByRange<Row> & IndexKeys
}

/** The keys under which an index has a row. Keys of several parts are left out: nobody asks for those here. */
export function keysIn(row: Row, { keyPath, multiEntry }: IndexKeys): readonly Key[] {
  if (typeof keyPath !== 'string') return []
  const value = keyPath.split('.').reduce<unknown>((held, part) => (held as Row | undefined)?.[part], row)
  if (multiEntry && Array.isArray(value)) return value as readonly Key[]
  return typeof value === 'string' ? [value] : []
}
