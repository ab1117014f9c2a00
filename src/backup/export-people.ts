import { csvLine } from '../domain/to-csv'
import type { PersonId } from '../domain/change'
import { type NoteRow, noteOf, personOf, type PersonRow } from '../domain/person'
import { search } from '../features/people/search-worker'
import { openStore, type Store } from '../store/open-store'

const AT_ONCE = 500
/** Nobody is left out of a list that a search gave. */
const EVERYBODY = 1_000_000

/** The format of an exported list. */
export type ListFormat = 'csv' | 'json'

/** Whom to export, and who hears how far it is. */
export interface ExportRequest {
  readonly as: ListFormat
  /** A search, whose people alone are exported; empty for everybody. */
  readonly query: string
  readonly told: (done: number, of: number) => void
  readonly signal: AbortSignal
}

/** People with their tags and notes, as a table or as JSON, for other tools to read. */
export async function exportPeople({ as, query, told, signal }: ExportRequest): Promise<Blob> {
  const store = await openStore()
  const all = await store.count('people')
  const found = query.trim() === '' ? undefined : await idsOf(store, query)
  const people: string[] = []
  let done = 0
  for (let after: PersonId | undefined; ; ) {
    signal.throwIfAborted()
    const { rows, notes } = await readNext(store, after)
    if (rows.length === 0) break
    people.push(...rows.filter(({ id }) => found?.has(id) ?? true).flatMap((row) => lineOf(as, row, notes.get(row.id) ?? [])))
    told((done += rows.length), all)
    after = rows.at(-1)?.id
  }
  if (as === 'csv') return new Blob([`\uFEFF${csvLine(['handle', 'id', 'name', 'tags', 'notes'])}`, ...people], { type: 'text/csv' })
  return new Blob(['{"people":[', people.join(','), '\n]}\n'], { type: 'application/json' })
}

async function idsOf(store: Store, query: string): Promise<ReadonlySet<PersonId>> {
  const { hits, problems } = await search(store, query, EVERYBODY, Date.now())
  if (problems.length > 0) throw new Error(`There is nothing to look for in “${query.slice(0, 60)}”.`)
  return new Set(hits.map(({ person }) => person))
}

/** The notes of people who lie side by side lie side by side too. */
async function readNext(store: Store, after: PersonId | undefined) {
  const transaction = store.transaction(['people', 'notes'], 'readonly')
  const rows = await transaction.objectStore('people').getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), AT_ONCE)
  const [first, last] = [rows[0], rows.at(-1)]
  const all = first && last ? await transaction.objectStore('notes').index('person').getAll(IDBKeyRange.bound(first.id, last.id)) : []
  const notes = new Map<PersonId, NoteRow[]>()
  for (const note of all) notes.set(note.person, [...(notes.get(note.person) ?? []), note])
  return { rows, notes }
}

function lineOf(as: ListFormat, row: PersonRow, rows: readonly NoteRow[]): readonly string[] {
  const { handle, xId, name, tags } = personOf(row)
  if (!handle) return []
  const notes = rows.flatMap((note) => noteOf(note)?.text ?? [])
  return [as === 'csv' ? csvLine([handle, xId ?? '', name ?? '', tags.join('; '), notes.join('\n\n')]) : `\n${JSON.stringify({ handle, xId, name, tags, notes })}`]
}
