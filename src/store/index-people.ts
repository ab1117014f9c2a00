import type { NoteId, PersonId } from '../domain/change'
import type { PostId } from '../domain/handle'
import { joined } from '../domain/joined'
import type { ContactRow, NoteRow } from '../domain/person'
import { indexRow } from '../features/people/search-text'
import { unpackWords, WORD_KIND } from '../features/people/search-words'
import { newestRows, type OwnedTable } from './newest-rows'
import type { Store } from './open-store'
import { type PeopleTable, readGroup } from './read-group'
import type { SearchRow } from './schema'
import type { WriteTransaction } from './transactions'
import { writeSearchRows } from './write-lists'

/** A row of the index before it has a place there. */
type Words = Omit<SearchRow, 'place'>

/** Rewrites the words by which these people are found, in the very transaction that changed them. */
export async function indexPeople(transaction: WriteTransaction, ids: Iterable<PersonId>): Promise<void> {
  const search = transaction.objectStore('search')
  const tables = { people: transaction.objectStore('people'), notes: transaction.objectStore('notes'), contacts: transaction.objectStore('contacts') }
  const changed = [...new Set(ids)]
  // A record that is parted stood among another person's words until now: theirs are written anew too.
  const left = await Promise.all(changed.map(async (id) => rootIn(await search.get(id))))
  const groups = await Promise.all([...new Set([...changed, ...left.flat()])].map((id) => readSearchRows(tables, id)))
  const rows = new Map(groups.flat().map((row) => [row.id, row]))
  await writeSearchRows({ search, terms: transaction.objectStore('terms') }, [...rows.values()])
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
  const tables = { people: reading.objectStore('people'), notes: reading.objectStore('notes'), contacts: reading.objectStore('contacts') }
  const rows = await Promise.all(ids.filter((id) => !indexed.has(id)).map((id) => readSearchRows(tables, id)))
  if (rows.length > 0) await addMissing(store, rows.flat())
  return last
}

/** Whoever was written meanwhile has newer words than these. */
async function addMissing(store: Store, rows: readonly Words[]): Promise<void> {
  const writing = store.transaction(['search', 'terms'], 'readwrite', { durability: 'relaxed' })
  const search = writing.objectStore('search')
  const held = await Promise.all(rows.map(({ id }) => search.getKey(id)))
  await writeSearchRows({ search, terms: writing.objectStore('terms') }, rows.filter((_row, at) => held[at] === undefined))
  await writing.done
}

/** Where a person's words are, within whatever transaction. */
interface Tables {
  readonly people: PeopleTable
  readonly notes: OwnedTable<NoteRow, NoteId>
  readonly contacts: OwnedTable<ContactRow, PostId>
}

/** The rows of everybody who is the same person: one of them has all the words. */
async function readSearchRows({ people, notes, contacts }: Tables, id: PersonId): Promise<readonly Words[]> {
  const own = await people.get(id)
  if (!own) return [{ id, words: '' }]
  const group = await readGroup(people, own)
  const [noted, posted] = await Promise.all([
    Promise.all(group.map((one) => newestRows(notes, one.id))),
    Promise.all(group.map((one) => newestRows(contacts, one.id))),
  ])
  const [root, ...aliases] = group
  const row = { id: root.id, ...indexRow(joined(group), noted.flat(), posted.flat()) }
  // What the row of an alias holds instead of words: no search begins like this.
  return [row, ...aliases.map((alias) => ({ id: alias.id, words: `${WORD_KIND.alias}${root.id}` }))]
}

function rootIn(held: SearchRow | undefined): readonly PersonId[] {
  const [word] = unpackWords(held?.words ?? '')
  return word?.startsWith(WORD_KIND.alias) ? [word.slice(1) as PersonId] : []
}
