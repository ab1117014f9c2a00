import type { IDBPObjectStore } from 'idb'
import type { Found, FoundRow, Sighting } from '../domain/card'
import { isRemoved, newestKey } from '../domain/claims'
import { keyOf, type XId } from '../domain/handle'
import { joined } from '../domain/joined'
import { changesIn, type JournalRow, rowOf, type StoredEntry } from '../domain/journal-entry'
import type { NoteRow, PersonRow } from '../domain/person'
import type { PersonId } from '../domain/change'
import { theirs } from './journal-entries'
import { asOne, type PeopleTable, readGroup } from './read-group'
import type { Store } from './open-store'
import type { RegularsDatabase } from './schema'

const NOBODY = Promise.resolve(undefined)

/** The rows for many sightings, read side by side in one read-only transaction. Mostly the id leads to the row that the handle led to: then it is not read again. */
export function findPeople(store: Store, sightings: readonly Sighting[]): Promise<readonly Found[]> {
  const people = store.transaction('people', 'readonly', { durability: 'relaxed' }).store
  const byKey = people.index('key')
  const byXId = people.index('xId')
  return Promise.all(
    sightings.map(async ({ handle, xId }) => {
      const [keyed, id] = await Promise.all([byKey.get(keyOf(handle)), xId ? byXId.getKey(xId) : NOBODY])
      const found = await foundRow(people, keyed)
      if (id === undefined || id === keyed?.id) return { byKey: found, byXId: id && found }
      return { byKey: found, byXId: await foundRow(people, await people.get(id)) }
    }),
  )
}

/** The rows that hold given account ids, in one read-only transaction. */
export async function findByXId(store: Store, xIds: readonly XId[]): Promise<readonly FoundRow[]> {
  if (xIds.length === 0) return []
  const people = store.transaction('people', 'readonly').store
  const index = people.index('xId')
  return (await Promise.all(xIds.map(async (xId) => foundRow(people, await index.get(xId))))).filter((found) => found !== undefined)
}

async function foundRow(people: PeopleTable, record: PersonRow | undefined): Promise<FoundRow | undefined> {
  return record && { row: await asOne(people, record), record }
}

/** All we hold on one person, by every record of theirs. */
export interface Dossier {
  readonly row: PersonRow
  /** The record that gives the id, and those that are its aliases. */
  readonly group: readonly PersonRow[]
  readonly notes: readonly NoteRow[]
  /** Newest first, at most `limit`. */
  readonly journal: readonly JournalRow[]
}

/** A person's rows in one transaction; undefined for an unknown id. */
export async function readDossier(store: Store, id: PersonId, limit: number): Promise<Dossier | undefined> {
  const transaction = store.transaction(['people', 'notes', 'journal'], 'readonly')
  const people = transaction.objectStore('people')
  const row = await people.get(id)
  if (!row) return undefined
  const group = await readGroup(people, row)
  const notes = await Promise.all(group.map((one) => transaction.objectStore('notes').index('person').getAll(one.id)))
  const journal = transaction.objectStore('journal')
  const journals = await Promise.all(group.map((one) => newest(journal, one.id, limit)))
  const left = await partingsOf(journal.index('into'), group)
  return { row: joined(group), group, notes: notes.flat(), journal: newestOf([...journals, left], limit) }
}

/** The journal of whoever was kept under a handle and is no longer: that they were can be done again. Empty where there is nobody such. */
export async function readRemoved(store: Store, { handle, xId }: Sighting, limit: number): Promise<readonly JournalRow[]> {
  const key = keyOf(handle)
  const rows = await store.getAllFromIndex('people', 'handles', key)
  const row = rows.find(({ fields }) => isRemoved(fields) && newestKey(fields) === key && (xId === undefined || (fields['xId']?.[0] ?? xId) === xId))
  return (row && (await readDossier(store, row.id, limit))?.journal) ?? []
}

/** How those came and went who are no record of this person any more: that stands under their own ids, and can be done again from here. */
async function partingsOf(into: { getAll(id: PersonId): Promise<readonly StoredEntry[]> }, group: readonly PersonRow[]): Promise<readonly JournalRow[]> {
  const ours = new Set(group.map(({ id }) => id))
  const merges = async (ids: ReadonlySet<PersonId>) => changesIn((await Promise.all([...ids].map((id) => into.getAll(id)))).flat())
  const joins = (await merges(ours)).filter(({ person }) => !ours.has(person))
  const gone = new Set(joins.map(({ person }) => person))
  return [...joins, ...(await merges(gone)).filter(({ person }) => gone.has(person))].map(rowOf)
}

function newestOf(journals: readonly (readonly JournalRow[])[], limit: number): readonly JournalRow[] {
  const [only = [], ...others] = journals.filter((journal) => journal.length > 0)
  if (others.length === 0) return only
  return journals
    .flat()
    .sort((one, other) => (one.stamp > other.stamp ? -1 : 1))
    .slice(0, limit)
}

/** The keys first: a cursor from the end would ask the database once for each row. */
async function newest(journal: Journal, id: PersonId, limit: number): Promise<readonly JournalRow[]> {
  const index = journal.index('person')
  const [keys, lots] = await Promise.all([index.getAllKeys(IDBKeyRange.bound([id], [id, []])), journal.index('people').getAll(id)])
  const rows = await index.getAll(IDBKeyRange.bound([id, keys.at(-limit) ?? ''], [id, []]))
  return theirs([...lots, ...rows], id).slice(-limit).reverse().map(rowOf)
}

type Journal = IDBPObjectStore<RegularsDatabase, ['people', 'notes', 'journal'], 'journal'>
