import type { CsvRecord } from '../../../domain/csv'
import { unguard } from '../../../domain/to-csv'

/** A record whose cells are asked for by the heading of their column; a column that is not there is empty. */
export interface Row {
  readonly line: number
  readonly of: (heading: string) => string
}

/** The records below the first by its headings, whatever the order of the columns. */
export function cellsBy([head, ...records]: readonly CsvRecord[]): readonly Row[] {
  const columns = new Map(head?.cells.map((heading, index) => [heading.replace('\uFEFF', '').trim().toLowerCase(), index] as const))
  return records.map(({ line, cells }) => ({
    line,
    of: (heading) => {
      const column = columns.get(heading)
      return column === undefined ? '' : unguard(cells[column] ?? '')
    },
  }))
}
