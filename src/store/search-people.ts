import type { PersonId } from '../domain/change'
import type { ContactRow, NoteRow, PersonRow } from '../domain/person'
import { MOST_READ } from './index-people'
import type { Store } from './open-store'
import { asOne } from './read-group'

/** Words from one to another, both included. */
export interface WordRange {
  readonly from: string
  readonly to: string
}

/** What must hold: one of these ranges has a word of the person. The earlier range ranks higher. */
export type Need = readonly WordRange[]

/** Whom a search found, with everything that a row of the answer is made of. */
export interface FoundPerson {
  readonly row: PersonRow
  readonly notes: readonly NoteRow[]
  readonly contacts: readonly ContactRow[]
}

/** Ids read of one range: few at first, more only where these were not enough. */
const STAGES = [200, 2_000, 50_000]
/** So many are looked at for each one that is shown, so that the best of them come first. */
const CHOICE = 3

/** What is looked for. */
export interface PeopleSearch {
  /** Every one of them must hold. */
  readonly needs: readonly Need[]
  /** What a person's row must be like. */
  readonly fits: (row: PersonRow) => boolean
  /** What the words themselves must be like, where that is asked: then those of many people are read. */
  readonly says: ((found: FoundPerson) => boolean) | undefined
  readonly limit: number
}

/**
 * Those of whom all of it holds, the best first.
 * Small sets of ids are intersected; a need that too many people meet is checked on the candidates' own words.
 */
export async function searchPeople(store: Store, search: PeopleSearch): Promise<readonly FoundPerson[]> {
  if (search.needs.length === 0) return []
  let found: readonly FoundPerson[] = []
  for (const most of STAGES) {
    const candidates = await candidatesOf(store, search.needs, most)
    found = await takeFitting(store, candidates, search)
    if (candidates.isComplete || found.length >= search.limit) break
  }
  return found
}

interface NeedIds {
  readonly need: Need
  /** With the place of the best range that gave the id. */
  readonly ranks: ReadonlyMap<PersonId, number>
  /** No range was cut off: whoever is not in here does not meet the need. */
  readonly isComplete: boolean
}

interface RankedId {
  readonly id: PersonId
  readonly rank: number
}

interface Candidates {
  /** Best first. */
  readonly ids: readonly RankedId[]
  /** What of them is not known to hold yet. */
  readonly unchecked: readonly Need[]
  readonly isComplete: boolean
}

async function candidatesOf(store: Store, needs: readonly Need[], most: number): Promise<Candidates> {
  const index = store.transaction('search', 'readonly').store.index('words')
  const sets = await Promise.all(needs.map((need) => idsOf(need, (range) => index.getAllKeys(range, most), most)))
  const bySize = sets.toSorted((one, other) => Number(other.isComplete) - Number(one.isComplete) || one.ranks.size - other.ranks.size)
  const [smallest, ...others] = bySize
  if (!smallest) return { ids: [], unchecked: [], isComplete: true }
  const complete = others.filter(({ isComplete }) => isComplete)
  const ids = [...smallest.ranks.keys()].filter((id) => complete.every(({ ranks }) => ranks.has(id)))
  const rankOf = (id: PersonId): number => sets.reduce((sum, { ranks, need }) => sum + (ranks.get(id) ?? need.length), 0)
  const ranked = ids.map((id) => ({ id, rank: rankOf(id) })).sort((one, other) => one.rank - other.rank)
  return { ids: ranked, unchecked: others.filter((set) => !set.isComplete).map(({ need }) => need), isComplete: smallest.isComplete }
}

async function idsOf(need: Need, read: (range: IDBKeyRange) => Promise<readonly PersonId[]>, most: number): Promise<NeedIds> {
  const lists = await Promise.all(need.map(({ from, to }) => read(IDBKeyRange.bound(from, to))))
  const ranks = new Map<PersonId, number>()
  for (const [rank, ids] of lists.entries()) for (const id of ids) if (!ranks.has(id)) ranks.set(id, rank)
  return { need, ranks, isComplete: lists.every((ids) => ids.length < most) }
}

/** Reads candidates in small lots until enough of them hold; of equally good ones whoever was in touch last comes first. */
async function takeFitting(store: Store, { ids, unchecked }: Candidates, search: PeopleSearch): Promise<readonly FoundPerson[]> {
  const tables = tablesOf(store)
  const taken: { readonly row: PersonRow; readonly rank: number }[] = []
  const lot = search.limit * CHOICE
  for (let at = 0; at < ids.length && taken.length < search.limit; at += lot) {
    const fitting = await Promise.all(ids.slice(at, at + lot).map(async ({ id, rank }) => ({ rank, row: await readFitting(tables, id, unchecked, search) })))
    taken.push(...fitting.flatMap(({ row, rank }) => (row ? [{ row, rank }] : [])))
  }
  const best = taken.sort((one, other) => one.rank - other.rank || (other.row.lastContact ?? 0) - (one.row.lastContact ?? 0)).slice(0, search.limit)
  return Promise.all(best.map(({ row }) => readSaid(tables, row)))
}

async function readFitting(tables: Tables, id: PersonId, unchecked: readonly Need[], { fits, says }: PeopleSearch): Promise<PersonRow | undefined> {
  const [held, own] = await Promise.all([unchecked.length > 0 ? tables.search.get(id) : undefined, tables.people.get(id)])
  const row = own && (await asOne(tables.people, own))
  if (!row || !fits(row) || !unchecked.every((need) => meets(held?.words ?? [], need))) return undefined
  return !says || says(await readSaid(tables, row)) ? row : undefined
}

async function readSaid({ notes, contacts }: Tables, row: PersonRow): Promise<FoundPerson> {
  const ids = [row.id, ...(row.aliases ?? [])]
  const [noted, posted] = await Promise.all([Promise.all(ids.map((id) => notes.getAll(id, MOST_READ))), Promise.all(ids.map((id) => contacts.getAll(id, MOST_READ)))])
  return { row, notes: noted.flat(), contacts: posted.flat() }
}

type Tables = ReturnType<typeof tablesOf>

function tablesOf(store: Store) {
  const transaction = store.transaction(['search', 'people', 'notes', 'contacts'], 'readonly')
  return {
    search: transaction.objectStore('search'),
    people: transaction.objectStore('people'),
    notes: transaction.objectStore('notes').index('person'),
    contacts: transaction.objectStore('contacts').index('person'),
  }
}

function meets(words: readonly string[], need: Need): boolean {
  return words.some((word) => need.some(({ from, to }) => from <= word && word <= to))
}
