import type { Stamp } from './clock'
import type { Direction, Provenance } from './contact'
import type { Handle, HandleKey, PostId, XId } from './handle'

/** Our own random id of a person: the one key that no rename touches. */
export type PersonId = string & { readonly brand: 'person id' }

/** Our own random id of a note. */
export type NoteId = string & { readonly brand: 'note id' }

/** Our own random id of an import. */
export type ImportId = string & { readonly brand: 'import id' }

/** What can happen to what we know. Every kind sets fields; none of them reads, so all of them commute. */
export type ChangeBody =
  | { readonly kind: 'person/met'; readonly person: PersonId; readonly handle: Handle; readonly xId?: XId | undefined; readonly name?: string | undefined }
  /** Without an id: the one that was learned is not theirs. */
  | { readonly kind: 'person/identified'; readonly person: PersonId; readonly xId?: XId | undefined }
  | { readonly kind: 'person/renamed'; readonly person: PersonId; readonly handle: Handle }
  | { readonly kind: 'person/handle-lost'; readonly person: PersonId; readonly handle: HandleKey }
  /** They are the same as `into`, whose id is the smaller one; `into` themself: they are a person of their own again. */
  | { readonly kind: 'person/merged'; readonly person: PersonId; readonly into: PersonId }
  /** Kept by mistake; or kept after all. */
  | { readonly kind: 'person/removed'; readonly person: PersonId; readonly removed: boolean }
  /** Asked to be forgotten: nothing of theirs is kept but this, and whatever else arrives under their id is refused. */
  | { readonly kind: 'person/erased'; readonly person: PersonId }
  | { readonly kind: 'note/added'; readonly person: PersonId; readonly note: NoteId; readonly text: string; readonly post?: string | undefined }
  | { readonly kind: 'note/edited'; readonly person: PersonId; readonly note: NoteId; readonly text: string }
  /** Its beginning stands on the badge, or no longer. Of several the latest word counts: at most one stands there. */
  | { readonly kind: 'note/pinned'; readonly person: PersonId; readonly note: NoteId; readonly pinned: boolean }
  | { readonly kind: 'note/removed'; readonly person: PersonId; readonly note: NoteId; readonly removed: boolean }
  | ContactRecorded
  /** To which conversation a post belongs, learned after it was recorded: X's page does not tell it, its interface does. */
  | { readonly kind: 'contact/placed'; readonly person: PersonId; readonly post: PostId; readonly conversation: PostId }
  /** What the page says of their size, packed with where it comes from, and the score made of it. The latest one holds all that is kept of earlier ones. */
  | { readonly kind: 'facts/seen'; readonly person: PersonId; readonly facts: string; readonly score?: number | undefined }
  | { readonly kind: 'tag/set'; readonly person: PersonId; readonly tag: string; readonly on: boolean }
  /** What a field that the user defined says of them; empty where it says nothing any more. */
  | { readonly kind: 'field/set'; readonly person: PersonId; readonly field: string; readonly value: string }

/** A post between them and us; `postedAt` is the post's own time (ms). `removed` takes the record back. */
interface ContactRecorded {
  readonly kind: 'contact/recorded'
  readonly person: PersonId
  readonly post: PostId
  readonly url: string
  readonly postedAt: number
  readonly removed: boolean
  /** Its words, plain and bounded; unknown of a post that was counted by hand. */
  readonly text?: string | undefined
  readonly direction?: Direction | undefined
  readonly provenance?: Provenance | undefined
  /** The post that began the conversation, where that is known. */
  readonly conversation?: PostId | undefined
}

/** Who made a change (as they call themselves), when (ms since 1970, for people), and its place in the order (for machines). */
export interface Authorship {
  readonly stamp: Stamp
  readonly at: number
  readonly by: string
  /** The change that this one takes back. */
  readonly undoes?: Stamp
  /** The import that it came by; absent where it was typed or seen here. */
  readonly import?: ImportId
}

/** One entry of the journal. */
export type Change = ChangeBody & Authorship

/** One field that a change sets. */
export interface FieldWrite {
  readonly record: 'person' | 'note' | 'contact'
  readonly id: string
  readonly field: string
  readonly value: FieldValue
}

/** What a field may hold. */
export type FieldValue = string | number | boolean

/** A field's value with the stamp that set it: the greater stamp wins. */
export type Register = readonly [value: FieldValue, stamp: Stamp]

/** A record's fields. Names from outside are prefixed (`tag:`, `field:`, `handle:`), so none can be `__proto__`. */
export type Fields = Readonly<Record<string, Register>>

/** True for what is said of a post between them and us. */
export function isOnContact(change: Change): change is Extract<Change, { readonly post: PostId }> {
  return change.kind.startsWith('contact/')
}

/** The fields that a change sets. */
export function writesOf(change: Change): readonly FieldWrite[] {
  const onPerson = (field: string, value: FieldValue): FieldWrite => ({ record: 'person', id: change.person, field, value })
  switch (change.kind) {
    case 'person/met':
      return [
        onPerson(`handle:${change.handle.toLowerCase()}`, change.handle),
        ...(change.xId === undefined ? [] : [onPerson('xId', change.xId)]),
        ...(change.name === undefined ? [] : [onPerson('name', change.name)]),
      ]
    case 'person/identified':
      return [onPerson('xId', change.xId ?? '')]
    case 'person/renamed':
      return [onPerson(`handle:${change.handle.toLowerCase()}`, change.handle)]
    case 'person/handle-lost':
      return [onPerson(`lost:${change.handle}`, true)]
    case 'person/merged':
      return [onPerson('into', change.into)]
    case 'person/removed':
      return [onPerson('removed', change.removed)]
    case 'person/erased':
      return [onPerson('erased', true)]
    case 'tag/set':
      return [onPerson(`tag:${change.tag}`, change.on)]
    case 'facts/seen':
      return [onPerson('facts', change.facts), onPerson('score', change.score ?? -1)]
    case 'field/set':
      return [onPerson(`field:${change.field}`, change.value)]
    case 'contact/recorded':
    case 'contact/placed':
      return contactWrites(change)
    case 'note/added':
    case 'note/edited':
    case 'note/removed':
    case 'note/pinned':
      return noteWrites(change)
  }
}

const ON_CONTACT = ['removed', 'url', 'postedAt', 'text', 'direction', 'provenance', 'conversation'] as const

/** What a change leaves unsaid stays as it is. */
function contactWrites(change: Partial<Omit<ContactRecorded, 'kind'>> & Pick<ContactRecorded, 'post'>): readonly FieldWrite[] {
  return ON_CONTACT.flatMap((field) => {
    const value = change[field]
    return value === undefined ? [] : [{ record: 'contact', id: change.post, field, value }]
  })
}

function noteWrites(change: Extract<Change, { note: NoteId }>): readonly FieldWrite[] {
  const onNote = (field: string, value: FieldValue): FieldWrite => ({ record: 'note', id: change.note, field, value })
  if (change.kind === 'note/edited') return [onNote('text', change.text)]
  if (change.kind === 'note/removed') return [onNote('removed', change.removed)]
  if (change.kind === 'note/pinned') return [onNote('pinned', change.pinned)]
  return [
    onNote('text', change.text),
    onNote('addedAt', change.at),
    onNote('by', change.by),
    ...(change.post === undefined ? [] : [onNote('post', change.post)]),
  ]
}

/** The stamp of the latest change that set any of these fields. */
export function latestStamp(fields: Fields): Stamp | undefined {
  let latest: Stamp | undefined
  for (const [, stamp] of Object.values(fields)) if (latest === undefined || stamp > latest) latest = stamp
  return latest
}

/** Fields after a change, which may write to them late. */
export function setFields(fields: Fields, change: Change): Fields {
  return writesOf(change).reduce((held, { field, value }) => setField(held, field, value, change.stamp), fields)
}

/** Fields after one write; the same object where the write comes too late. */
export function setField(fields: Fields, field: string, value: FieldValue, stamp: Stamp): Fields {
  const held = fields[field]
  if (held !== undefined && held[1] >= stamp) return fields
  return { ...fields, [field]: [value, stamp] }
}
