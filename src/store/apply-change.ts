import type { Change, NoteId, PersonId } from '../domain/change'
import { type HandleKey, keyOf, type PostId } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import { isAlone } from '../domain/joined'
import type { PersonRow } from '../domain/person'
import { handlesAtStake, reduce, type Rows } from '../domain/reduce'
import { readGroup } from './read-group'
import type { WriteTransaction } from './transactions'

/** Applies one change to the tables and appends it; the same change twice leaves everything as it was. `keys` gathers whose badges it concerns, `people` whose rows. */
export async function applyChange(transaction: WriteTransaction, change: Change, keys: Set<HandleKey>, people?: Set<PersonId>): Promise<JournalRow> {
  const journal = transaction.objectStore('journal')
  const known = await journal.get(change.stamp)
  if (known) return known
  const held = await concernsOf(transaction, change)
  const made = reduce(held, change)
  const row: JournalRow = { stamp: change.stamp, person: change.person, change }
  await Promise.all([...putAll(transaction, made), journal.add(row)])
  for (const { id } of made.people) people?.add(id)
  if ('handle' in change) keys.add(keyOf(change.handle as Parameters<typeof keyOf>[0]))
  await gatherKeys(transaction, [...held.people.filter(({ id }) => made.people.some((now) => now.id === id)), ...made.people], keys)
  return row
}

function putAll(transaction: WriteTransaction, { people, notes, contacts }: Rows): readonly Promise<unknown>[] {
  return [
    ...people.map((row) => transaction.objectStore('people').put(row)),
    ...notes.map((row) => transaction.objectStore('notes').put(row)),
    ...contacts.map((row) => transaction.objectStore('contacts').put(row)),
  ]
}

/** A person's badges are those of every record of theirs. */
async function gatherKeys(transaction: WriteTransaction, rows: readonly PersonRow[], keys: Set<HandleKey>): Promise<void> {
  for (const row of rows) {
    const group = isAlone(row) ? [row] : await readGroup(transaction.objectStore('people'), row)
    for (const { key } of group) if (key) keys.add(key)
  }
}

/** The rows that a change concerns: all that the pure reducer needs. */
async function concernsOf(transaction: WriteTransaction, change: Change): Promise<Rows> {
  if ('note' in change) return noteConcerns(transaction, change.note, change.person)
  if (change.kind === 'contact/recorded') return contactConcerns(transaction, change.post, change.person)
  const people = transaction.objectStore('people')
  const person = await people.get(change.person)
  const rivals = await Promise.all(handlesAtStake(change, person).map((key) => people.index('handles').getAll(key)))
  const joined = change.kind === 'person/merged' ? await readPeople(transaction, [change.into, ...(person?.into ? [person.into] : [])]) : []
  return { people: distinct([...(person ? [person] : []), ...rivals.flat(), ...joined]), notes: [], contacts: [] }
}

async function noteConcerns(transaction: WriteTransaction, id: NoteId, owner: PersonId): Promise<Rows> {
  const table = transaction.objectStore('notes')
  const owners = ownersOf(await table.get(id), owner)
  const [people, ...notes] = await Promise.all([readPeople(transaction, owners), ...owners.map((each) => table.index('person').getAll(each))])
  return { people, notes: notes.flat(), contacts: [] }
}

async function contactConcerns(transaction: WriteTransaction, id: PostId, owner: PersonId): Promise<Rows> {
  const table = transaction.objectStore('contacts')
  const owners = ownersOf(await table.get(id), owner)
  const [people, ...contacts] = await Promise.all([readPeople(transaction, owners), ...owners.map((each) => table.index('person').getAll(each))])
  return { people, notes: [], contacts: contacts.flat() }
}

function ownersOf(row: { readonly person: PersonId } | undefined, owner: PersonId): readonly PersonId[] {
  return row && row.person !== owner ? [owner, row.person] : [owner]
}

async function readPeople(transaction: WriteTransaction, ids: readonly PersonId[]): Promise<readonly PersonRow[]> {
  const people = transaction.objectStore('people')
  return (await Promise.all([...new Set(ids)].map((id) => people.get(id)))).filter((row) => row !== undefined)
}

function distinct(rows: readonly PersonRow[]): readonly PersonRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
