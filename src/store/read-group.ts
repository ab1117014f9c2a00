import type { PersonId } from '../domain/change'
import { joined } from '../domain/joined'
import type { PersonRow } from '../domain/person'

/** The table of people, within whatever transaction. */
export interface PeopleTable {
  get(id: PersonId): Promise<PersonRow | undefined>
}

/** The row as one with every other record of the same person. Costs nothing for those who have none. */
export function asOne(people: PeopleTable, row: PersonRow): PersonRow | Promise<PersonRow> {
  return isAlone(row) ? row : readGroup(people, row).then(joined)
}

/** True for two records of one person. */
export async function isSamePerson(people: PeopleTable, one: PersonId, other: PersonId): Promise<boolean> {
  if (one === other) return true
  const [first, second] = await Promise.all([people.get(one), people.get(other)])
  return first !== undefined && second !== undefined && (await readRoot(people, first)).id === (await readRoot(people, second)).id
}

/** Every record of the person that a row is about: first the one that gives the id. */
export async function readGroup(people: PeopleTable, row: PersonRow): Promise<readonly [PersonRow, ...PersonRow[]]> {
  const root = await readRoot(people, row)
  return [root, ...(await readAliases(people, root))]
}

/** Every record of the person of an id; none for an unknown one. */
export async function readGroupOf(people: PeopleTable, id: PersonId): Promise<readonly PersonRow[]> {
  const row = await people.get(id)
  return row ? readGroup(people, row) : []
}

/** The record whose alias a row is, and whose alias that is, to the end. Ids get smaller on the way, so there is one. */
export async function readRoot(people: PeopleTable, row: PersonRow): Promise<PersonRow> {
  const into = row.into && (await people.get(row.into))
  return into ? readRoot(people, into) : row
}

async function readAliases(people: PeopleTable, { aliases = [] }: PersonRow): Promise<readonly PersonRow[]> {
  const rows = (await Promise.all(aliases.map((id) => people.get(id)))).filter((row) => row !== undefined)
  const further = await Promise.all(rows.map((row) => readAliases(people, row)))
  return [...rows, ...further.flat()]
}

/** True for a person who neither is an alias nor has any: reading their row alone is enough. */
function isAlone({ into, aliases }: PersonRow): boolean {
  return into === undefined && aliases === undefined
}
