import { type Change, isOnContact, type NoteId, type PersonId } from '../domain/change'
import { takesLatest } from '../domain/count-contacts'
import type { PostId } from '../domain/handle'
import type { PersonRow } from '../domain/person'
import { handlesAtStake, type Rows } from '../domain/reduce'
import type { WriteTransaction } from './transactions'

/** Writes the rows that a change made. */
export function putAll(transaction: WriteTransaction, { people, notes, contacts }: Rows): readonly Promise<unknown>[] {
  return [
    ...people.map((row) => transaction.objectStore('people').put(row)),
    ...notes.map((row) => transaction.objectStore('notes').put(row)),
    ...contacts.map((row) => transaction.objectStore('contacts').put(row)),
  ]
}

/** The rows that a change concerns: all that the pure reducer needs. */
export async function concernsOf(transaction: WriteTransaction, change: Change): Promise<Rows> {
  if ('note' in change) return noteConcerns(transaction, change.note, change.person)
  if (isOnContact(change)) return contactConcerns(transaction, change.post, change.person)
  const people = transaction.objectStore('people')
  const person = await people.get(change.person)
  const rivals = await Promise.all(handlesAtStake(change, person).map((key) => people.index('handles').getAll(key)))
  const joined = await readPeople(transaction, [...(change.kind === 'person/merged' ? [change.into] : []), ...(movesAliases(change) && person?.into ? [person.into] : [])])
  return { people: distinct([...(person ? [person] : []), ...rivals.flat(), ...joined]), notes: [], contacts: [] }
}

function movesAliases({ kind }: Change): boolean {
  return kind === 'person/merged' || kind === 'person/erased'
}

async function noteConcerns(transaction: WriteTransaction, id: NoteId, owner: PersonId): Promise<Rows> {
  const table = transaction.objectStore('notes')
  const owners = ownersOf(await table.get(id), owner)
  const [people, ...notes] = await Promise.all([readPeople(transaction, owners), ...owners.map((each) => table.index('person').getAll(each))])
  return { people, notes: notes.flat(), contacts: [] }
}

/** How many there are is counted on from what the people's rows say; all contacts of somebody are read only where the latest of them changes. */
async function contactConcerns(transaction: WriteTransaction, id: PostId, owner: PersonId): Promise<Rows> {
  const table = transaction.objectStore('contacts')
  const before = await table.get(id)
  const people = await readPeople(transaction, ownersOf(before, owner))
  const left = before && people.some((person) => takesLatest(person, before)) ? await table.index('person').getAll(before.person) : []
  return { people, notes: [], contacts: distinct([...left, ...(before ? [before] : [])]) }
}

function ownersOf(row: { readonly person: PersonId } | undefined, owner: PersonId): readonly PersonId[] {
  return row && row.person !== owner ? [owner, row.person] : [owner]
}

async function readPeople(transaction: WriteTransaction, ids: readonly PersonId[]): Promise<readonly PersonRow[]> {
  const people = transaction.objectStore('people')
  return (await Promise.all([...new Set(ids)].map((id) => people.get(id)))).filter((row) => row !== undefined)
}

function distinct<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
