import { type Change, type Fields, isOnContact, latestStamp, type NoteId, type PersonId, setFields } from './change'
import { heldKey, isErased, newestKey } from './claims'
import { momentIn } from './clock'
import { type HandleKey, keyOf, type PostId } from './handle'
import { type ContactRow, emptyPerson, erasedPerson, noteOf, type NoteRow, type PersonRow, withFields, keptNoteOf } from './person'
import { pinOf } from './pin'
import { recount } from './count-contacts'

/** Rows of the tables that changes are applied to. */
export interface Rows {
  readonly people: readonly PersonRow[]
  readonly notes: readonly NoteRow[]
  readonly contacts: readonly ContactRow[]
}

const NOTHING: Rows = { people: [], notes: [], contacts: [] }

type PersonChange = Exclude<Change, { note: NoteId } | { post: PostId }>

/**
 * The rows that a change makes anew out of those it concerns. Whatever the order in which changes arrive, the rows end up alike: a field goes
 * to the greatest stamp, and everything else is read off the fields. `held` must hold what `concernsOf` names; more does no harm.
 */
export function reduce(held: Rows, change: Change): Rows {
  if (change.kind === 'person/erased') return { people: eraseFrom(held, change), notes: [], contacts: [] }
  if (isErased(personIn(held, change.person))) return NOTHING
  if ('note' in change) return reduceNote(held, change)
  if (isOnContact(change)) return reduceContact(held, change)
  return { people: reducePerson(held, change), notes: [], contacts: [] }
}

/** The handles whose holder a change may change: everybody who ever claimed one of them is concerned. */
export function handlesAtStake(change: Change, person: PersonRow | undefined): readonly HandleKey[] {
  if (change.kind === 'person/met' || change.kind === 'person/renamed') return [keyOf(change.handle)]
  if (change.kind === 'person/handle-lost') return [change.handle]
  return change.kind === 'person/removed' || change.kind === 'person/erased' ? (person?.handles ?? []) : []
}

function reduceNote(held: Rows, change: Extract<Change, { note: NoteId }>): Rows {
  const before = held.notes.find(({ id }) => id === change.note)
  const note = withRemoval(writeTo(before, change.note, change))
  const notes = replace(held.notes, note)
  const owners = new Set([change.person, note.person, before?.person ?? note.person])
  return { people: [...owners].map((id) => withNotes(personIn(held, id), notes)), notes: [note], contacts: [] }
}

function withNotes({ pin: _before, ...person }: PersonRow, notes: readonly NoteRow[]): PersonRow {
  const theirs = notes.filter((row) => row.person === person.id)
  const pin = pinOf(theirs)
  return { ...person, notes: theirs.filter((row) => noteOf(row) !== undefined).length, ...(pin && { pin }) }
}

function reduceContact(held: Rows, change: Extract<Change, { readonly post: PostId }>): Rows {
  const before = held.contacts.find(({ id }) => id === change.post)
  const contact = writeTo(before, change.post, change)
  const owners = new Set([change.person, contact.person, before?.person ?? contact.person])
  return { people: [...owners].map((id) => recount(personIn(held, id), before, contact, held.contacts)), notes: [], contacts: [contact] }
}

/** A note or contact after a change. It belongs to the person of the latest change: two machines may have met the author of one post separately. */
function writeTo<Id>(before: Owned<Id> | undefined, id: Id, change: Change): Owned<Id> {
  const latest = before && latestStamp(before.fields)
  const person = before && latest !== undefined && latest > change.stamp ? before.person : change.person
  return { id, person, fields: setFields(before?.fields ?? {}, change) }
}

interface Owned<Id> {
  readonly id: Id
  readonly person: PersonId
  readonly fields: Fields
}

function withRemoval(note: NoteRow): NoteRow {
  const removed = note.fields['removed']
  return removed?.[0] === true && keptNoteOf(note) ? { ...note, removedAt: momentIn(removed[1]) } : note
}

function reducePerson(held: Rows, change: PersonChange): readonly PersonRow[] {
  const before = personIn(held, change.person)
  const person = withFields(before, setFields(before.fields, change))
  const people = replace(held.people, person)
  const atStake = handlesAtStake(change, person)
  const settled = people.filter((row) => row.id !== person.id && isAtStake(row, atStake)).flatMap((row) => settleKey(row, people))
  const own = isAtStake(person, atStake) ? (settleKey(person, people)[0] ?? person) : person
  return change.kind === 'person/merged' ? [own, ...targets(held, before, own, change.into)] : [own, ...settled]
}

/** The people without one of them: whose handles go back to whoever claimed them before. Their notes and contacts are the store's to delete. */
function eraseFrom(held: Rows, change: Change): readonly PersonRow[] {
  const before = personIn(held, change.person)
  const erased = erasedPerson(before, change)
  const people = replace(held.people, erased)
  const settled = people.filter((row) => isAtStake(row, before.handles ?? [])).flatMap((row) => settleKey(row, people))
  const left = settled.reduce(replace, people)
  return [...settled, erased, ...targets({ ...held, people: left }, before, erased, erased.id)].reduce<readonly PersonRow[]>(replace, [])
}

function isAtStake(row: PersonRow, atStake: readonly HandleKey[]): boolean {
  const newest = atStake.length > 0 ? newestKey(row.fields) : undefined
  return newest !== undefined && atStake.includes(newest)
}

/** The row with the key that is due to it; none where it has it already. */
function settleKey(row: PersonRow, people: readonly PersonRow[]): readonly PersonRow[] {
  const due = heldKey(row, people)
  if (due === row.key) return []
  const { key: _key, ...rest } = row
  return [due === undefined ? rest : { ...rest, key: due }]
}

/** Those whose alias a person was, is, or was said to be: they list their aliases, so that reading them alone costs nothing where there are none. */
function targets(held: Rows, before: PersonRow, after: PersonRow, named: PersonId): readonly PersonRow[] {
  const ids = new Set([named, ...(before.into ? [before.into] : []), ...(after.into ? [after.into] : [])])
  ids.delete(after.id)
  return [...ids].map((id) => withAlias(personIn(held, id), after))
}

function withAlias({ aliases = [], ...row }: PersonRow, alias: PersonRow): PersonRow {
  const others = aliases.filter((id) => id !== alias.id)
  const now = alias.into === row.id ? [...others, alias.id].sort() : others
  return now.length > 0 ? { ...row, aliases: now } : row
}

function personIn(held: Rows, id: PersonId): PersonRow {
  return held.people.find((row) => row.id === id) ?? emptyPerson(id)
}

function replace<Row extends { readonly id: string }>(rows: readonly Row[], row: Row): readonly Row[] {
  return [...rows.filter(({ id }) => id !== row.id), row]
}
