import type { RawRow } from '../import-row'
import type { CsvRecord } from '../../../domain/csv'
import { unguard } from '../../../domain/to-csv'

/** What a column of a table may be. */
export const COLUMN_KINDS = ['handle', 'xId', 'name', 'tags', 'note', 'none'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

const KNOWN: readonly (readonly [ColumnKind, RegExp])[] = [
  ['handle', /^(handle|handles|user ?name|screen ?name|twitter|x|twitter handle|x handle|twitter ?user ?name|account|profile|profile url|user)$/],
  ['xId', /^(id|x id|xid|user id|userid|twitter id|account id|rest id)$/],
  ['name', /^(name|display name|full name|person)$/],
  ['tags', /^(tag|tags|label|labels|list|lists|segment|group|groups|category)$/],
  ['note', /^(note|notes|remark|remarks|comment|comments|description|memo|text)$/],
]

const LONGEST_HEADER = 60

/** What each column seems to be, by its heading; a table whose headings say nothing has its handles in the first column. */
export function guessMapping(headings: readonly string[]): readonly ColumnKind[] {
  const guessed = headings.map(kindOf)
  return guessed.includes('handle') ? guessed : guessed.map((kind, index) => (index === 0 ? 'handle' : kind))
}

/** True where the first record of a table holds headings. */
export function hasHeadings(first: readonly string[]): boolean {
  return first.some((cell) => kindOf(cell) !== 'none')
}

/** A record's cells as what they are mapped to. Tags stand in one cell, parted by commas, semicolons or bars. */
export function rawRowOf({ cells }: CsvRecord, mapping: readonly ColumnKind[]): RawRow {
  const of = (kind: ColumnKind): readonly string[] => cells.flatMap((cell, index) => (mapping[index] === kind ? unguard(cell) : []))
  return { handle: of('handle')[0], xId: of('xId')[0], name: of('name').join(' '), tags: of('tags').flatMap((cell) => cell.split(/[,;|\n]/)), notes: of('note') }
}

function kindOf(heading: string): ColumnKind {
  const folded = heading.slice(0, LONGEST_HEADER).replace(/[_-]+/g, ' ').trim().toLowerCase()
  return KNOWN.find(([, words]) => words.test(folded))?.[0] ?? 'none'
}
