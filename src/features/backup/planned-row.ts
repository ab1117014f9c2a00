/** What an import would do with one row. */
export const ROW_STATES = ['new', 'changed', 'same', 'refused'] as const
export type RowState = (typeof ROW_STATES)[number]

/** One row of a dry run. All of its words come from outside. */
export interface PlannedRow {
  /** Where it stands in the file, if that has lines. */
  readonly line: number | undefined
  readonly who: string
  readonly what: string
  readonly state: RowState
  /** Why it is refused. */
  readonly reason?: string | undefined
}

/** How many rows there are of each state. */
export function countStates(rows: readonly PlannedRow[]): Readonly<Record<RowState, number>> {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** The rows that would do something: those chosen at first. */
export function chosenAtFirst(rows: readonly PlannedRow[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ state }, index) => (state === 'new' || state === 'changed' ? [index] : [])))
}
