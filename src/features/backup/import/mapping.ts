import type { RawRow } from '../import-row'
import type { CsvRecord } from '../../../domain/csv'
import { type FieldDefinition, shownName, toLine } from '../../../domain/custom-field'
import { unguard } from '../../../domain/to-csv'

/** What a column of a table may be. */
export const COLUMN_KINDS = ['handle', 'xId', 'name', 'tags', 'note', 'none'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number] | `${typeof OWN}${string}`

/** Before the name of a field of the user's own. */
const OWN = 'field:'

/** With these headings begin the tables that we export; a column for each own field follows. */
export const EXPORTED_COLUMNS = ['handle', 'id', 'name', 'tags', 'notes'] as const

const KNOWN: readonly (readonly [ColumnKind, RegExp])[] = [
  ['handle', /^(handle|handles|user ?name|screen ?name|twitter|x|twitter handle|x handle|twitter ?user ?name|account|profile|profile url|user)$/],
  ['xId', /^(id|x id|xid|user id|userid|twitter id|account id|rest id)$/],
  ['name', /^(name|display name|full name|person)$/],
  ['tags', /^(tag|tags|label|labels|list|lists|segment|group|groups|category)$/],
  ['note', /^(note|notes|remark|remarks|comment|comments|description|memo|text)$/],
]

const LONGEST_HEADER = 60

/** What each column seems to be, by its heading and the user's own fields; a table whose headings say nothing has its handles in the first column. */
export function guessMapping(headings: readonly string[], fields: readonly FieldDefinition[] = []): readonly ColumnKind[] {
  const isOurs = EXPORTED_COLUMNS.every((heading, place) => headings[place] === heading)
  const guessed = headings.map((heading, place) => (isOurs && place >= EXPORTED_COLUMNS.length ? (ownOf(heading, fields) ?? fieldColumn(toLine(heading))) : kindOf(heading, fields)))
  return guessed.includes('handle') ? guessed : guessed.map((kind, index) => (index === 0 ? 'handle' : kind))
}

/** True where the first record of a table holds headings. */
export function hasHeadings(first: readonly string[]): boolean {
  return first.some((cell) => kindOf(cell, []) !== 'none')
}

/** The kind of a column that holds an own field. */
export function fieldColumn(name: string): ColumnKind {
  return name === '' ? 'none' : `${OWN}${name}`
}

/** The own field that a column of this kind holds; undefined for all other kinds. */
export function fieldIn(kind: ColumnKind): string | undefined {
  return kind.startsWith(OWN) ? kind.slice(OWN.length) : undefined
}

/** A record's cells as what they are mapped to. Tags stand in one cell, parted by commas, semicolons or bars. */
export function rawRowOf({ cells }: CsvRecord, mapping: readonly ColumnKind[]): RawRow {
  const of = (kind: ColumnKind): readonly string[] => cells.flatMap((cell, index) => (mapping[index] === kind ? unguard(cell) : []))
  return { handle: of('handle')[0], xId: of('xId')[0], name: of('name').join(' '), tags: of('tags').flatMap((cell) => cell.split(/[,;|\n]/)), notes: of('note'), fields: fieldsIn(cells, mapping) }
}

/** An empty cell says nothing: it clears no field. */
function fieldsIn(cells: readonly string[], mapping: readonly ColumnKind[]): RawRow['fields'] {
  return cells.flatMap((cell, index) => {
    const [name, value] = [fieldIn(mapping[index] ?? 'none'), toLine(unguard(cell))]
    return name === undefined || value === '' ? [] : [{ name, value }]
  })
}

function kindOf(heading: string, fields: readonly FieldDefinition[]): ColumnKind {
  const folded = heading.slice(0, LONGEST_HEADER).replace(/[_-]+/g, ' ').trim().toLowerCase()
  return KNOWN.find(([, words]) => words.test(folded))?.[0] ?? ownOf(heading, fields) ?? 'none'
}

function ownOf(heading: string, fields: readonly FieldDefinition[]): ColumnKind | undefined {
  const line = toLine(heading).toLowerCase()
  const own = fields.find((field) => shownName(field).toLowerCase() === line) ?? fields.find(({ name }) => name.toLowerCase() === line)
  return own && fieldColumn(own.name)
}
