import type { PersonId } from '../domain/change'
import { type Term, termsOf } from '../features/people/search-terms'
import { unpackWords } from '../features/people/search-words'
import { BLOCK, changeList, type Listed, listKey } from './place-lists'
import type { SearchRow } from './schema'

/** The tables of the index, within whatever transaction. */
export interface IndexTables {
  readonly search: { get(id: PersonId): Promise<SearchRow | undefined>; put(row: SearchRow): Promise<unknown>; delete(id: PersonId): Promise<unknown> }
  readonly terms: TermTable
}

/** The table of lists: out of line, since a list needs no name twice. */
export interface TermTable {
  get(key: string): Promise<string | undefined>
  put(list: string, key: string): Promise<unknown>
  delete(key: string): Promise<void>
}

/** Under this key of the table stands the next free place. No term is empty. */
export const NEXT_PLACE = ''
/** With this many new people a block of their own is begun: none of its lists is there yet, so none has to be read. */
const MANY = BLOCK / 4

type Words = Omit<SearchRow, 'place'>

/** Writes people's words, and lists them under the terms of these alone. Whoever has no place yet gets one, and whoever has no words has neither place nor row. */
export async function writeSearchRows({ search, terms }: IndexTables, rows: readonly Words[]): Promise<void> {
  const held = await Promise.all(rows.map((row) => search.get(row.id)))
  const changed = rows.flatMap((row, at) => (isSame(row, held[at]) ? [] : [{ row, held: held[at] }]))
  if (changed.length === 0) return
  const first = await nextPlace(terms)
  let next = first
  const lists = new Map<string, Listed[]>()
  const writing = changed.map(({ row, held }) => {
    const place = held?.place ?? next++
    gather(lists, place, held?.words ?? '', row.words)
    return row.words === '' ? search.delete(row.id) : search.put({ ...row, place })
  })
  await Promise.all([...writing, next !== first && terms.put(String(next), NEXT_PLACE), ...[...lists].map(([key, changes]) => writeList(terms, key, changes))])
}

/** Lets the next people begin a block, if so many come. */
export async function makeRoom(terms: TermTable, people: number): Promise<void> {
  if (people < MANY) return
  const place = await nextPlace(terms)
  await terms.put(String(Math.ceil(place / BLOCK) * BLOCK), NEXT_PLACE)
}

async function nextPlace(terms: TermTable): Promise<number> {
  return Number((await terms.get(NEXT_PLACE)) ?? 0)
}

function gather(lists: Map<string, Listed[]>, place: number, before: SearchRow['words'], now: SearchRow['words']): void {
  const [old, due] = [allTerms(before), allTerms(now)]
  for (const [id, term] of due) if (!old.has(id)) tell(lists, listKey(term.term, place), { rest: term.rest, place, isOn: true })
  for (const [id, term] of old) if (!due.has(id)) tell(lists, listKey(term.term, place), { rest: term.rest, place, isOn: false })
}

function allTerms(words: SearchRow['words']): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>()
  for (const word of unpackWords(words)) for (const term of termsOf(word)) terms.set(`${term.term}\0${term.rest}`, term)
  return terms
}

function tell(lists: Map<string, Listed[]>, key: string, listed: Listed): void {
  const held = lists.get(key)
  if (held) held.push(listed)
  else lists.set(key, [listed])
}

async function writeList(terms: TermTable, key: string, changes: readonly Listed[]): Promise<void> {
  const list = changeList(await terms.get(key), key, changes)
  if (list === undefined) await terms.delete(key)
  else await terms.put(list, key)
}

function isSame({ words, text, last }: Words, held: SearchRow | undefined): boolean {
  return words === '' ? held === undefined : held?.words === words && held.text === text && held.last === last
}
