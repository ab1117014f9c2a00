import type { IDBPIndex } from 'idb'
import type { Found, Sighting } from '../domain/card'
import { keyOf, type XId } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import type { NoteRow, PersonRow } from '../domain/person'
import type { PersonId } from '../domain/change'
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
      return { byKey: keyed, byXId: identified }
    }),
  )
}

/** The rows that hold given account ids, in one read-only transaction. */
export async function findByXId(store: Store, xIds: readonly XId[]): Promise<readonly PersonRow[]> {
  if (xIds.length === 0) return []
  const index = store.transaction('people', 'readonly').store.index('xId')
  const rows = await Promise.all(xIds.map((xId) => index.get(xId)))
  return rows.filter((row) => row !== undefined)
}

/** All we hold on one person. */
export interface Dossier {
  readonly row: PersonRow
  readonly notes: readonly NoteRow[]
  /** Newest first, at most `limit`. */
  readonly journal: readonly JournalRow[]
}

/** A person's rows in one transaction; undefined for an unknown id. */
export async function readDossier(store: Store, id: PersonId, limit: number): Promise<Dossier | undefined> {
  const transaction = store.transaction(['people', 'notes', 'journal'], 'readonly')
  const [row, notes, journal] = await Promise.all([
    transaction.objectStore('people').get(id),
    transaction.objectStore('notes').index('person').getAll(id),
    newest(transaction.objectStore('journal').index('person'), id, limit),
  ])
  return row && { row, notes, journal }
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
