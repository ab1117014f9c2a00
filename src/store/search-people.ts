import type { NoteId } from '../domain/change'
import type { PostId } from '../domain/handle'
import type { ContactRow, NoteRow, PersonRow } from '../domain/person'
import type { TermRange } from '../features/people/search-terms'
import { bestFirst, type Fit, type Range } from './combine-lists'
import { newestRows } from './newest-rows'
import type { Store } from './open-store'
import { asOne } from './read-group'
import type { SearchRow } from './schema'

/** What must hold: a person is on one of these lists. The earlier range ranks higher. */
export type Need = readonly TermRange[]

/** Whom a search found, with everything that a row of the answer is made of: what was said is empty where the answer needs none of it. */
export interface FoundPerson {
  readonly row: PersonRow
  readonly notes: readonly NoteRow[]
  readonly contacts: readonly ContactRow[]
}

/** So many are looked at for each one that is shown, so that the best of them come first. */
const CHOICE = 3
const MOST_AT_ONCE = 500
/** People who lie so close in the index, on the average, are read in one go. */
const NEAR = 6

/** What is looked for. */
export interface PeopleSearch {
  /** Every one of them must hold. */
  readonly needs: readonly Need[]
  /** What the index itself must say of those on all lists. */
  readonly meets: (indexed: SearchRow) => boolean
  /** What the texts themselves must be like, where that is asked. */
  readonly says: ((found: FoundPerson) => boolean) | undefined
  /** Whether what they are called does not tell already why they were found. */
  readonly needsWords: (row: PersonRow) => boolean
  readonly limit: number
}

/**
 * Those of whom all of it holds, the best first. The lists of every need are read whole, which even for a word that everybody has is a few
 * rows; then what the index says of people is read in small lots until there are enough, and what is kept on them of those alone who are shown.
 */
export async function searchPeople(store: Store, { needs, meets, says, needsWords, limit }: PeopleSearch): Promise<readonly FoundPerson[]> {
  if (needs.length === 0) return []
  const tables = tablesOf(store)
  const fits = bestFirst(await Promise.all(needs.map((need) => Promise.all(need.map((range) => readLists(tables, range))))))
  const found: FoundPerson[] = []
  let waiting: readonly Candidate[] = []
  for (let lot = limit * CHOICE; found.length < limit; lot *= 2) {
    const next = take(fits, Math.min(lot, MOST_AT_ONCE))
    waiting = [...waiting, ...(await readIndexed(tables.places, next)).filter(({ held }) => meets(held))].sort(byRank)
    if (next.length > 0 && found.length + waiting.length < limit) continue
    const read = await Promise.all(waiting.slice(0, limit - found.length).map(({ held }) => readFound(tables, held, (row) => says !== undefined || needsWords(row))))
    waiting = waiting.slice(limit - found.length)
    found.push(...read.flatMap((one) => (one && (says?.(one) ?? true) ? [one] : [])))
    if (next.length === 0 && waiting.length === 0) break
  }
  return found
}

async function readLists({ terms }: Tables, { from, to, rest }: TermRange): Promise<Range> {
  return { lists: await terms.getAll(IDBKeyRange.bound(from, to)), rest }
}

/** Somebody on every list, with what the index says of them. */
interface Candidate {
  readonly rank: number
  readonly held: SearchRow
}

/** Of equally good ones whoever was in touch last comes first, within what is read together. */
function byRank(one: Candidate, other: Candidate): number {
  return one.rank - other.rank || (other.held.last ?? 0) - (one.held.last ?? 0)
}

function take(fits: Iterator<Fit>, most: number): readonly Fit[] {
  const taken: Fit[] = []
  while (taken.length < most) {
    const { value, done } = fits.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

async function readIndexed(places: Tables['places'], fits: readonly Fit[]): Promise<readonly Candidate[]> {
  const ranks = new Map(fits.map(({ place, rank }) => [place, rank]))
  const sorted = [...ranks.keys()].sort((one, other) => one - other)
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  const isNear = last - first < sorted.length * NEAR
  const rows = isNear ? await places.getAll(IDBKeyRange.bound(first, last)) : await Promise.all(sorted.map((place) => places.get(place)))
  return rows.flatMap((held) => {
    const rank = held && ranks.get(held.place)
    return held && rank !== undefined ? [{ rank, held }] : []
  })
}

async function readFound(tables: Tables, { id }: SearchRow, needsWords: PeopleSearch['needsWords']): Promise<FoundPerson | undefined> {
  const own = await tables.people.get(id)
  if (!own) return undefined
  const row = await asOne(tables.people, own)
  return needsWords(row) ? readSaid(tables, row) : { row, notes: [], contacts: [] }
}

async function readSaid({ notes, contacts }: Tables, row: PersonRow): Promise<FoundPerson> {
  const ids = [row.id, ...(row.aliases ?? [])]
  const [noted, posted] = await Promise.all([Promise.all(ids.map((id) => newestRows<NoteRow, NoteId>(notes, id))), Promise.all(ids.map((id) => newestRows<ContactRow, PostId>(contacts, id)))])
  return { row, notes: noted.flat(), contacts: posted.flat() }
}

type Tables = ReturnType<typeof tablesOf>

function tablesOf(store: Store) {
  const transaction = store.transaction(['search', 'terms', 'people', 'notes', 'contacts'], 'readonly')
  return {
    places: transaction.objectStore('search').index('place'),
    terms: transaction.objectStore('terms'),
    people: transaction.objectStore('people'),
    notes: transaction.objectStore('notes'),
    contacts: transaction.objectStore('contacts'),
  }
}
