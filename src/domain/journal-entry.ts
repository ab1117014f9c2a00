import type { Change, ChangeBody, FieldValue, PersonId } from './change'
import type { Stamp } from './clock'

/** A change in the journal, with the values that its fields held before, in the order of its writes. */
export interface JournalRow {
  readonly stamp: Stamp
  readonly person: PersonId
  readonly change: Change
  readonly was: readonly (FieldValue | null)[]
}

/** The change that takes an entry back; undefined where there is nothing to take back. */
export function inverseOf({ change, was }: JournalRow): ChangeBody | undefined {
  const { person } = change
  const before = was[0]
  switch (change.kind) {
    case 'contact/recorded':
      return { ...change, removed: !change.removed }
    case 'note/added':
      return { kind: 'note/removed', person, note: change.note, removed: true }
    case 'note/removed':
      return { kind: 'note/removed', person, note: change.note, removed: !change.removed }
    case 'note/edited':
      return typeof before === 'string' ? { kind: 'note/edited', person, note: change.note, text: before } : undefined
    case 'tag/set':
      return { kind: 'tag/set', person, tag: change.tag, on: before === true }
    default:
      return undefined
  }
}
