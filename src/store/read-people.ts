import type { IDBPIndex } from 'idb'
import type { Found, Sighting } from '../domain/card'
import { keyOf, type XId } from '../domain/handle'
import { joined } from '../domain/joined'
import type { JournalRow } from '../domain/journal-entry'
import type { NoteRow, PersonRow } from '../domain/person'
import type { PersonId } from '../domain/change'
import { asOne, type PeopleTable, readGroup } from './read-group'
import type { Store } from './open-store'
import type { RegularsDatabase } from './schema'

const NOBODY = Promise.resolve(undefined)

/** The rows for many sightings, read side by side in one read-only transaction. */
export function findPeople(store: Store, sightings: readonly Sighting[]): Promise<readonly Found[]> {
  const people = store.transaction('people', 'readonly', { durability: 'relaxed' }).store
  const byKey = people.index('key')
  const byXId = people.index('xId')
  return Promise.all(
    sightings.map(async ({ handle, xId }) => {
      const [keyed, identified] = await Promise.all([byKey.get(keyOf(handle)), xId ? byXId.get(xId) : NOBODY])
      return { byKey: await withOthers(people, keyed), byXId: await withOthers(people, identified) }
    }),
  )
}

/** The rows that hold given account ids, in one read-only transaction. */
export async function findByXId(store: Store, xIds: readonly XId[]): Promise<readonly PersonRow[]> {
  if (xIds.length === 0) return []
  const people = store.transaction('people', 'readonly').store
  const index = people.index('xId')
  return (await Promise.all(xIds.map(async (xId) => withOthers(people, await index.get(xId))))).filter((row) => row !== undefined)
}

function withOthers(people: PeopleTable, row: PersonRow | undefined) {
  return row && asOne(people, row)
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
  const journals = await Promise.all(group.map((one) => newest(transaction.objectStore('journal').index('person'), one.id, limit)))
  return { row: joined(group), group, notes: notes.flat(), journal: newestOf(journals, limit) }
}

function newestOf(journals: readonly (readonly JournalRow[])[], limit: number): readonly JournalRow[] {
  if (journals.length === 1) return journals.flat()
  return journals
    .flat()
    .sort((one, other) => (one.stamp > other.stamp ? -1 : 1))
    .slice(0, limit)
}

async function newest(index: JournalIndex, id: PersonId, limit: number): Promise<readonly JournalRow[]> {
  const rows: JournalRow[] = []
  let cursor = await index.openCursor(IDBKeyRange.bound([id], [id, []]), 'prev')
  while (cursor && rows.length < limit) {
    rows.push(cursor.value)
    cursor = await cursor.continue()
  }
  return rows
}

type JournalIndex = IDBPIndex<RegularsDatabase, ['people', 'notes', 'journal'], 'journal', 'person'>
