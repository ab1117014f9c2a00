import type { PersonId } from '../domain/change'
import type { ContactRow, NoteRow, PersonRow } from '../domain/person'
import { wordsOf } from '../features/people/search-words'
import type { Store } from './open-store'
import type { WriteTransaction } from './transactions'

/** The most notes, and the most contacts, of one person that are read for a search. */
export const MOST_READ = 1_000

/** Rewrites the words by which these people are found, in the very transaction that changed them. */
export async function indexPeople(transaction: WriteTransaction, ids: Iterable<PersonId>): Promise<void> {
  const search = transaction.objectStore('search')
  const people = transaction.objectStore('people')
  const notes = transaction.objectStore('notes').index('person')
  const contacts = transaction.objectStore('contacts').index('person')
  await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const [words, held] = await Promise.all([readWords({ people, notes, contacts }, id), search.get(id)])
      if (!isSame(words, held?.words)) await search.put({ id, words })
    }),
  )
}

/**
 * Gives words to those of the next `most` people that have none yet, from before there was a search. Resolves to the last of them,
 * undefined once there is nobody further. Look-ups go on meanwhile: nothing is written but the search table.
 */
export async function indexNext(store: Store, after: string | undefined, most: number): Promise<PersonId | undefined> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true)
  const reading = store.transaction(['people', 'notes', 'contacts', 'search'], 'readonly')
  const ids = await reading.objectStore('people').getAllKeys(range, most)
  const last = ids.at(-1)
  if (last === undefined) return undefined
  const indexed = new Set(await reading.objectStore('search').getAllKeys(range ? IDBKeyRange.bound(after, last, true) : IDBKeyRange.upperBound(last)))
  const tables = { people: reading.objectStore('people'), notes: reading.objectStore('notes').index('person'), contacts: reading.objectStore('contacts').index('person') }
  const rows = await Promise.all(ids.filter((id) => !indexed.has(id)).map(async (id) => ({ id, words: await readWords(tables, id) })))
  if (rows.length > 0) await addMissing(store, rows)
  return last
}

/** Whoever was written meanwhile has newer words than these. */
async function addMissing(store: Store, rows: readonly { readonly id: PersonId; readonly words: readonly string[] }[]): Promise<void> {
  const writing = store.transaction('search', 'readwrite', { durability: 'relaxed' })
  await Promise.all(rows.map(async (row) => (await writing.store.getKey(row.id)) ?? (await writing.store.put(row))))
  await writing.done
}

interface Tables {
  readonly people: { get(id: PersonId): Promise<PersonRow | undefined> }
  readonly notes: { getAll(id: PersonId, most: number): Promise<readonly NoteRow[]> }
  readonly contacts: { getAll(id: PersonId, most: number): Promise<readonly ContactRow[]> }
}

async function readWords({ people, notes, contacts }: Tables, id: PersonId): Promise<readonly string[]> {
  const [row, noted, posted] = await Promise.all([people.get(id), notes.getAll(id, MOST_READ), contacts.getAll(id, MOST_READ)])
  return row ? wordsOf(row, noted, posted) : []
}

function isSame(words: readonly string[], held: readonly string[] | undefined): boolean {
  return held?.length === words.length && words.every((word, index) => word === held[index])
}
