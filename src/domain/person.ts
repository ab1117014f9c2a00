import type { Fields, NoteId, PersonId, Register } from './change'
import type { Stamp } from './clock'
import { type Handle, type HandleKey, keyOf, type PostId, toHandle, toXId, type XId } from './handle'

/** A person as stored: fields with their stamps, and what look-ups read without touching another table. */
export interface PersonRow {
  readonly id: PersonId
  readonly fields: Fields
  /** The present handle, folded; absent while nobody knows it. Indexed. */
  readonly key?: HandleKey
  /** Indexed. */
  readonly xId?: XId
  /** Living notes. */
  readonly notes: number
  /** Contacts: posts between them and us. */
  readonly contacts: number
  /** When the last contact was, ms since 1970. */
  readonly lastContact?: number
}

/** A note as stored. */
export interface NoteRow {
  readonly id: NoteId
  readonly person: PersonId
  readonly fields: Fields
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
  readonly tags: readonly string[]
  /** Newest first. */
  readonly previousHandles: readonly Handle[]
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

/** The row with other fields, and with everything that is read off them. */
export function withFields(row: PersonRow, fields: Fields): PersonRow {
  const { key: _key, xId: _xId, ...rest } = row
  const handle = presentHandle(fields)
  const xId = toXId(fields['xId']?.[0])
  return { ...rest, fields, ...(handle && { key: keyOf(handle) }), ...(xId && { xId }) }
}

/** The row as views see it. */
export function personOf(row: PersonRow): Person {
  const handles = handlesOf(row.fields)
  const present = handles.find(({ lost }) => !lost)?.handle
  return {
    id: row.id,
    handle: present,
    xId: row.xId,
    name: textOf(row.fields['name']),
    tags: tagsOf(row.fields),
    previousHandles: handles.map(({ handle }) => handle).filter((handle) => handle !== present),
    contacts: row.contacts,
    lastContact: row.lastContact,
  }
}

/** The note as views see it; undefined once removed, or while only a later edit of it is known. */
export function noteOf(row: NoteRow): Note | undefined {
  const { text, addedAt, by, post, removed } = row.fields
  if (text === undefined || addedAt === undefined || removed?.[0] === true) return undefined
  return {
    id: row.id,
    text: String(text[0]),
    by: textOf(by) ?? '',
    addedAt: Number(addedAt[0]),
    edited: text[1] !== addedAt[1],
    post: textOf(post),
  }
}

/** The handle they go by now, as they write it; undefined once somebody else took it. */
export function presentHandle(fields: Fields): Handle | undefined {
  return handlesOf(fields).find(({ lost }) => !lost)?.handle
}

/** How many contacts count, and when the last was; both as the person's row keeps them. */
export function contactsOf(rows: readonly ContactRow[]): Pick<PersonRow, 'contacts' | 'lastContact'> {
  const times = rows.filter(({ fields }) => fields['removed']?.[0] === false).map(({ fields }) => Number(fields['postedAt']?.[0]))
  return times.length === 0 ? { contacts: 0 } : { contacts: times.length, lastContact: Math.max(...times) }
}

/** The tags that are on, in the order in which they were set. */
export function tagsOf(fields: Fields): readonly string[] {
  return named(fields, 'tag:')
    .filter(({ register }) => register[0] === true)
    .map(({ name }) => name)
}

function handlesOf(fields: Fields): readonly { handle: Handle; lost: boolean }[] {
  return named(fields, 'handle:')
    .reverse()
    .flatMap(({ name, register }) => {
      const handle = toHandle(register[0])
      return handle ? [{ handle, lost: isLater(fields[`lost:${name}`]?.[1], register[1]) }] : []
    })
}

function named(fields: Fields, prefix: string): { name: string; register: Register }[] {
  return Object.entries(fields)
    .filter(([field]) => field.startsWith(prefix))
    .map(([field, register]) => ({ name: field.slice(prefix.length), register }))
    .sort((one, other) => (one.register[1] < other.register[1] ? -1 : 1))
}

function isLater(stamp: Stamp | undefined, than: Stamp): boolean {
  return stamp !== undefined && stamp > than
}

function textOf(register: Register | undefined): string | undefined {
  return register === undefined ? undefined : String(register[0])
}
