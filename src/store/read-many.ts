/** A table, or an index of one, that gives rows by a key or by a range of keys. */
export interface ReadableByRange<Row> {
  getAll(range: IDBKeyRange | string, most?: number): Promise<readonly Row[]>
}

/** What tells rows apart, and under which keys a source has them. */
export interface RowKeys<Row> {
  readonly idOf: (row: Row) => string
  readonly keysOf: (row: Row) => readonly string[]
}

/** Where more rows than this, for each key, lie between the first and the last of the keys, each key is read by itself. */
const MOST_PER_KEY = 2

/**
 * The rows of many keys. Those of keys that lie close together, as they do in a sorted list, cost one reading, which is a tenth of what
 * reading them one by one costs.
 */
export async function readMany<Row>(source: ReadableByRange<Row>, keys: Iterable<string>, of: RowKeys<Row>): Promise<ReadonlyMap<string, readonly Row[]>> {
  const sorted = [...new Set(keys)].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const most = sorted.length * MOST_PER_KEY
  const rows = await source.getAll(IDBKeyRange.bound(first, last), most)
  if (rows.length < most) return byKey(sorted, rows, of)
  return new Map(await Promise.all(sorted.map(async (key) => [key, await source.getAll(key)] as const)))
}

/** A row comes once for each of its keys that lies in the range; under each key it is to stand once. */
function byKey<Row>(keys: readonly string[], rows: readonly Row[], { idOf, keysOf }: RowKeys<Row>): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>(keys.map((key) => [key, []]))
  const distinct = new Map(rows.map((row) => [idOf(row), row]))
  for (const row of distinct.values()) for (const key of keysOf(row)) found.get(key)?.push(row)
  return found
}
