import type { PersonId } from '../domain/change'

/** The most notes, and the most contacts, of one record that are read for its words, or to show why it was found. */
export const MOST_READ = 1_000

/** A table of what belongs to people, and its index by person, within whatever transaction. */
export interface OwnedTable<Row, Id extends string> {
  get(id: Id): Promise<Row | undefined>
  index(name: 'person'): { getAll(id: PersonId, most?: number): Promise<readonly Row[]>; getAllKeys(id: PersonId): Promise<readonly Id[]> }
}

/** The newest rows of a person, however many there are: ids grow with time, both ours and those of posts. */
export async function newestRows<Row, Id extends string>(table: OwnedTable<Row, Id>, person: PersonId): Promise<readonly Row[]> {
  const rows = await table.index('person').getAll(person, MOST_READ + 1)
  if (rows.length <= MOST_READ) return rows
  const keys = [...(await table.index('person').getAllKeys(person))].sort(older).slice(-MOST_READ)
  return (await Promise.all(keys.map((key) => table.get(key)))).filter((row) => row !== undefined)
}

/** The ids of posts are numbers: a shorter one is older. */
function older(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1)
}
