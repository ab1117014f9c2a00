import type { PersonId } from '../domain/change'
import { type FieldDefinition, shownName } from '../domain/custom-field'
import type { Handle, XId } from '../domain/handle'
import { type NoteRow, noteOf, personOf, type PersonRow } from '../domain/person'
import { csvLine } from '../domain/to-csv'
import { EXPORTED_COLUMNS } from '../features/backup/import/mapping'
import { search } from '../features/people/search-worker'
import { readSettings } from '../settings/settings'
import { openStore, type Store } from '../store/open-store'
import { Told } from '../domain/told'

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

/** People with their tags, notes and own fields, as a table or as JSON, for other tools to read. */
export async function exportPeople({ as, query, told, signal }: ExportRequest): Promise<Blob> {
  const store = await openStore()
  const all = await store.count('people')
  const found = query.trim() === '' ? undefined : await idsOf(store, query)
  const { fields } = await readSettings()
  const people: Listed[] = []
  let done = 0
  for (let after: PersonId | undefined; ; ) {
    signal.throwIfAborted()
    const { rows, notes } = await readNext(store, after)
    if (rows.length === 0) break
    people.push(...rows.filter(({ id }) => found?.has(id) ?? true).flatMap((row) => listed(row, notes.get(row.id) ?? [])))
    told((done += rows.length), all)
    after = rows.at(-1)?.id
  }
  return as === 'csv' ? asTable(people, fields) : new Blob(['{"people":[', people.map((one) => `\n${JSON.stringify(one)}`).join(','), '\n]}\n'], { type: 'application/json' })
}

/** Somebody as other tools see them. */
interface Listed {
  readonly handle: Handle
  readonly xId: XId | undefined
  readonly name: string | undefined
  readonly tags: readonly string[]
  readonly notes: readonly string[]
  readonly fields: Readonly<Record<string, string>>
}

/** A column for each own field: those that are defined, in their order, then those that somebody still has. */
function asTable(people: readonly Listed[], fields: readonly FieldDefinition[]): Blob {
  const names = [...new Set([...fields.map(({ name }) => name), ...people.flatMap((one) => Object.keys(one.fields))])]
  const headings = names.map((name) => shownName(fields.find((field) => field.name === name) ?? { name }))
  const lines = people.map(({ handle, xId = '', name = '', tags, notes, fields }) => csvLine([handle, xId, name, tags.join('; '), notes.join('\n\n'), ...names.map((own) => (Object.hasOwn(fields, own) ? (fields[own] ?? '') : ''))]))
  return new Blob([`\uFEFF${csvLine([...EXPORTED_COLUMNS, ...headings])}`, ...lines], { type: 'text/csv' })
}

async function idsOf(store: Store, query: string): Promise<ReadonlySet<PersonId>> {
  const { hits, problems } = await search(store, query, EVERYBODY, Date.now())
  if (problems.length > 0) throw new Told('toldNothingToFind', query.slice(0, 60))
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

function listed(row: PersonRow, rows: readonly NoteRow[]): readonly Listed[] {
  const { handle, xId, name, tags, details } = personOf(row)
  const notes = rows.flatMap((note) => noteOf(note)?.text ?? [])
  return handle ? [{ handle, xId, name, tags, notes, fields: Object.fromEntries(details.map(({ name, value }) => [name, value])) }] : []
}
