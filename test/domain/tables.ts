import type { Change } from '../../src/domain/change'
import { reduce, type Rows } from '../../src/domain/reduce'

/** Empty tables. */
export const NO_ROWS: Rows = { people: [], notes: [], contacts: [] }

/** Tables after changes that arrive in this order, some of them perhaps more than once. Of the erased nothing ever arrived but that they are. */
export function applyAll(changes: readonly Change[]): Rows {
  const seen = new Set<string>()
  const erased = new Set(changes.flatMap(({ kind, person }) => (kind === 'person/erased' ? [person] : [])))
  return changes.reduce((held, change) => {
    if (seen.has(change.stamp) || (erased.has(change.person) && change.kind !== 'person/erased')) return held
    seen.add(change.stamp)
    const made = reduce(held, change)
    return { people: put(held.people, made.people), notes: put(held.notes, made.notes), contacts: put(held.contacts, made.contacts) }
  }, NO_ROWS)
}

/** The tables with their rows by id, for comparing; without rows that hold nothing but an id that somebody erased once named. */
export function inOrder({ people, notes, contacts }: Rows): Rows {
  return { people: sorted(people.filter(({ fields, aliases }) => aliases || Object.keys(fields).length > 0)), notes: sorted(notes), contacts: sorted(contacts) }
}

function put<Row extends { readonly id: string }>(rows: readonly Row[], made: readonly Row[]): readonly Row[] {
  return [...new Map([...rows, ...made].map((row) => [row.id, row])).values()]
}

function sorted<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))
}
