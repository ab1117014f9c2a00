import { type Change, type Fields, type NoteId, type PersonId, type Register, setFields } from './change'
import { claimsIn, type FormerHandle, formerHandles, handleKeysIn, isRemoved } from './claims'
import type { Stamp } from './clock'
import type { FieldEntry } from './custom-field'
import { type Handle, type HandleKey, type PostId, toXId, type XId } from './handle'

/** A person as stored: fields with their stamps, and what look-ups read without touching another table. */
export interface PersonRow {
  readonly id: PersonId
  readonly fields: Fields
  /** The present handle, folded; absent while nobody knows it, or somebody else claimed it later. Indexed. */
  readonly key?: HandleKey
  /** Every handle that was ever theirs, folded and sorted. Indexed each. */
  readonly handles?: readonly HandleKey[]
  /** Indexed. Two records of one account may both hold it. */
  readonly xId?: XId
  /** Of several records of one person read as one: the present handle of every account of theirs. Never stored. */
  readonly keys?: readonly HandleKey[]
  /** The person whose alias this one is: always a smaller id. */
  readonly into?: PersonId
  /** Those who are an alias of this one, sorted. */
  readonly aliases?: readonly PersonId[]
  /** Living notes. */
  readonly notes: number
  /** Contacts: posts between them and us. */
  readonly contacts: number
  /** When the last contact was, ms since 1970. */
  readonly lastContact?: number
  readonly pin?: Pin
}

/** The line of the note on the badge, empty where none is, with the stamp of the latest word on it. */
export type Pin = readonly [stamp: Stamp, line: string]

/** A note as stored. */
export interface NoteRow {
  readonly id: NoteId
  readonly person: PersonId
  readonly fields: Fields
  /** When it went to the bin, ms since 1970; absent while it lives, and once its words are purged. Indexed. */
  readonly removedAt?: number
}

/** A contact as stored: one post between a person and us. */
export interface ContactRow {
  readonly id: PostId
  readonly person: PersonId
  readonly fields: Fields
}

/** A person as the views see them. */
export interface Person {
  readonly id: PersonId
  readonly handle: Handle | undefined
  readonly xId: XId | undefined
  readonly name: string | undefined
  /** Those of further accounts of the same person. */
  readonly otherHandles: readonly Handle[]
  readonly tags: readonly string[]
  /** What the user's own fields say, in the order in which they were set. */
  readonly details: readonly FieldEntry[]
  /** Newest first. */
  readonly previousHandles: readonly Handle[]
  /** The same, with their dates. */
  readonly formerHandles: readonly FormerHandle[]
  readonly contacts: number
  readonly lastContact: number | undefined
}

/** A note as the views see it: times in ms since 1970, `post` the address of the post it was written at. */
export interface Note {
  readonly id: NoteId
  readonly text: string
  readonly by: string
  readonly addedAt: number
  readonly edited: boolean
  readonly post: string | undefined
}

/** A person of whom nothing is known yet. */
export function emptyPerson(id: PersonId): PersonRow {
  return { id, fields: {}, notes: 0, contacts: 0 }
}

/** What stays of a person who is erased: our own id, that it is erased, and the ids of those who are an alias of it. */
export function erasedPerson({ id, fields: { erased }, aliases }: PersonRow, change: Change): PersonRow {
  return { ...emptyPerson(id), fields: setFields(erased ? { erased } : {}, change), ...(aliases && { aliases }) }
}

/** The row with other fields, and with what is read off them. Its key stays: that depends on other people too. */
export function withFields(row: PersonRow, fields: Fields): PersonRow {
  const { xId: _xId, into: _into, handles: _handles, ...rest } = row
  const handles = handleKeysIn(fields)
  const xId = isRemoved(fields) ? undefined : toXId(fields['xId']?.[0])
  const into = aliasIn(row.id, fields)
  return { ...rest, fields, ...(handles.length > 0 && { handles }), ...(xId && { xId }), ...(into && { into }) }
}

/** Only a smaller id is followed, so that no circle of aliases can arise whatever arrives. */
function aliasIn(id: PersonId, fields: Fields): PersonId | undefined {
  const into = fields['into']?.[0]
  return typeof into === 'string' && into < id ? (into as PersonId) : undefined
}

/** The handles by which somebody goes now, folded: one, or one for each account of theirs. */
export function keysNow({ key, keys }: PersonRow): readonly HandleKey[] {
  return keys ?? (key === undefined ? [] : [key])
}

/** The row as views see it. */
export function personOf(row: PersonRow): Person {
  const claims = claimsIn(row.fields)
  const present = row.key === undefined ? undefined : claims.find(({ key }) => key === row.key)?.handle
  const now = keysNow(row)
  const former = formerHandles(claims, now)
  return {
    id: row.id,
    handle: present,
    xId: row.xId,
    otherHandles: claims.flatMap(({ key, handle }) => (key !== row.key && now.includes(key) ? [handle] : [])),
    name: textOf(row.fields['name']),
    tags: tagsOf(row.fields),
    details: detailsOf(row.fields),
    previousHandles: former.map(({ handle }) => handle),
    formerHandles: former,
    contacts: row.contacts,
    lastContact: row.lastContact,
  }
}

/** The note as views see it; undefined once removed, or while only a later edit of it is known. */
export function noteOf(row: NoteRow): Note | undefined {
  const { removed } = row.fields
  return removed?.[0] === true ? undefined : keptNoteOf(row)
}

/** The note whether it is in the bin or not; undefined once its words are purged, or while they are not known. */
export function keptNoteOf(row: NoteRow): Note | undefined {
  const { text, addedAt, by, post } = row.fields
  if (text === undefined || text[0] === '' || addedAt === undefined) return undefined
  return {
    id: row.id,
    text: String(text[0]),
    by: textOf(by) ?? '',
    addedAt: Number(addedAt[0]),
    edited: text[1] !== addedAt[1],
    post: textOf(post),
  }
}

/** The tags that are on, in the order in which they were set. */
export function tagsOf(fields: Fields): readonly string[] {
  return named(fields, 'tag:')
    .filter(({ register }) => register[0] === true)
    .map(({ name }) => name)
}

/** What the user's own fields say; those that were cleared say nothing. */
function detailsOf(fields: Fields): readonly FieldEntry[] {
  return named(fields, 'field:').flatMap(({ name, register: [value] }) => (typeof value === 'string' && value !== '' ? [{ name, value }] : []))
}

function named(fields: Fields, prefix: string): { name: string; register: Register }[] {
  return Object.entries(fields)
    .filter(([field]) => field.startsWith(prefix))
    .map(([field, register]) => ({ name: field.slice(prefix.length), register }))
    .sort((one, other) => (one.register[1] < other.register[1] ? -1 : 1))
}

function textOf(register: Register | undefined): string | undefined {
  return register === undefined ? undefined : String(register[0])
}
