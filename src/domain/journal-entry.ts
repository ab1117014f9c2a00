import { type Change, type ChangeBody, type Fields, type PersonId, setFields } from './change'
import { claimsIn } from './claims'
import type { Stamp } from './clock'

/** A change in the journal. */
export interface JournalRow {
  readonly stamp: Stamp
  readonly person: PersonId
  readonly change: Change
}

/** A row of the journal as it is stored: one change; or a lot of an import's, in their order. A hundred thousand people are written in two thirds of the time so. */
export interface StoredEntry {
  readonly stamp: Stamp
  /** Of one change. Indexed. */
  readonly person?: PersonId
  /** Of a lot: whom it is about. Indexed each. */
  readonly people?: readonly PersonId[]
  readonly change: Change
  /** Those that follow. */
  readonly also?: readonly Change[]
}

/** What rows hold. */
export function changesIn(rows: readonly StoredEntry[]): readonly Change[] {
  return rows.flatMap(({ change, also = [] }) => [change, ...also])
}

/** A row of one change. */
export function rowOf(change: Change): JournalRow {
  return { stamp: change.stamp, person: change.person, change }
}

/** Changes of an import, in their order, as one row; none where there are none. */
export function lotOf([change, ...also]: readonly Change[]): readonly StoredEntry[] {
  return change ? [{ stamp: change.stamp, people: [...new Set([change, ...also].map(({ person }) => person))], change, also }] : []
}

/**
 * The change that takes an entry back; undefined where there is nothing to take back. `earlier` are the changes of the same person that came
 * before it in the order of stamps: what things were before is read off them, so that it is the same whatever the order in which they arrived.
 */
export function inverseOf(change: Change, earlier: readonly Change[]): ChangeBody | undefined {
  const { person } = change
  switch (change.kind) {
    case 'person/met':
      return { kind: 'person/removed', person, removed: true }
    case 'person/removed':
      return { kind: 'person/removed', person, removed: !change.removed }
    case 'person/identified':
      return { kind: 'person/identified', person, xId: idBefore(earlier) }
    case 'person/renamed':
    case 'person/handle-lost':
      return handleBefore(change, earlier)
    case 'person/merged':
      return { kind: 'person/merged', person, into: latest(earlier, (one) => (one.kind === 'person/merged' ? one.into : undefined)) ?? person }
    case 'tag/set':
      return { kind: 'tag/set', person, tag: change.tag, on: latest(earlier, (one) => (one.kind === 'tag/set' && one.tag === change.tag ? one.on : undefined)) ?? false }
    case 'field/set':
      return { kind: 'field/set', person, field: change.field, value: latest(earlier, (one) => (one.kind === 'field/set' && one.field === change.field ? one.value : undefined)) ?? '' }
    case 'contact/recorded':
      return contactBack(change)
    case 'person/erased':
    case 'facts/seen':
    case 'contact/placed':
      // What is erased is gone for good; what X told of numbers and conversations nobody did, so nobody takes it back.
      return undefined
    case 'note/added':
      return { kind: 'note/removed', person, note: change.note, removed: true }
    case 'note/removed':
      return { kind: 'note/removed', person, note: change.note, removed: !change.removed }
    case 'note/pinned':
      return pinBefore(change, earlier)
    case 'note/edited':
      return wordsBefore(change, earlier)
  }
}

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

function idBefore(earlier: readonly Change[]) {
  const known = latest(earlier, (one) => ('xId' in one && (one.kind === 'person/identified' || one.xId) ? one : undefined))
  return known?.xId
}

/** The handle they went by before a rename; of a lost one, that they have it after all; and of that, that it is lost. */
function handleBefore(change: Of<'person/renamed'> | Of<'person/handle-lost'>, earlier: readonly Change[]): ChangeBody | undefined {
  const fields = earlier.filter(({ kind }) => kind.startsWith('person/')).reduce<Fields>(setFields, {})
  const claims = claimsIn(fields)
  const before = change.kind === 'person/renamed' ? claims[0] : claims.find(({ key }) => key === change.handle)
  if (change.kind === 'person/renamed' && before?.handle === change.handle) return before.lost && { kind: 'person/handle-lost', person: change.person, handle: before.key }
  if (!before) return undefined
  return { kind: 'person/renamed', person: change.person, handle: before.handle }
}

function contactBack({ stamp: _stamp, at: _at, by: _by, undoes: _undoes, import: _import, ...body }: Of<'contact/recorded'>): ChangeBody {
  return { ...body, removed: !body.removed }
}

/** The note that was pinned before; where none was, this one is so no longer. */
function pinBefore({ person, note, pinned }: Of<'note/pinned'>, earlier: readonly Change[]): ChangeBody {
  const before = pinned ? latest(earlier, (one) => (one.kind === 'note/pinned' ? one : undefined)) : undefined
  return before?.pinned ? { kind: 'note/pinned', person, note: before.note, pinned: true } : { kind: 'note/pinned', person, note, pinned: !pinned }
}

/** The words that a note had; undefined where they are not known, or were purged. */
function wordsBefore({ person, note }: Of<'note/edited'>, earlier: readonly Change[]): ChangeBody | undefined {
  const text = latest(earlier, (one) => ((one.kind === 'note/added' || one.kind === 'note/edited') && one.note === note ? one.text : undefined))
  return text ? { kind: 'note/edited', person, note, text } : undefined
}

/** What the latest of these changes says; undefined where none says anything. */
function latest<Said>(changes: readonly Change[], say: (change: Change) => Said | undefined): Said | undefined {
  let found: { readonly stamp: Stamp; readonly said: Said } | undefined
  for (const change of changes) {
    const said = say(change)
    if (said !== undefined && (!found || change.stamp > found.stamp)) found = { stamp: change.stamp, said }
  }
  return found?.said
}
