import type { FieldEntry } from '../../domain/custom-field'
import { toName } from '../../domain/facts'
import { fieldsOf } from '../../domain/fields-of'
import { type Handle, keyOf, toHandle, toXId, type XId } from '../../domain/handle'
import { toDetail, toDetailName } from '../fields/detail'
import { toNoteText, toTag } from '../notes/note'
import { shown } from '../../domain/shown'
import { Told } from '../../domain/told'

/** What a list from elsewhere says about one person. */
export interface ImportRow {
  readonly handle: Handle
  readonly xId?: XId | undefined
  readonly name?: string | undefined
  readonly tags: readonly string[]
  readonly notes: readonly string[]
  /** What the user's own fields say. */
  readonly fields?: readonly FieldEntry[]
}

/** The words of one entry of a list, before anything is checked. */
export interface RawRow {
  readonly handle?: unknown
  readonly xId?: unknown
  readonly name?: unknown
  readonly tags?: readonly unknown[]
  readonly notes?: readonly unknown[]
  readonly fields?: readonly unknown[]
}

/** The most tags, and the most notes, that one entry may bring. */
export const MOST_OF_EACH = 50

const PROFILE = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?([A-Za-z0-9_]{1,15})(?:[/?#].{0,500})?$/i

/** What the field of this name keeps of what an entry says; throws a sentence where it cannot hold that. */
export type ToValue = (said: unknown, name: string) => string

/** An entry whose every word is checked; throws a sentence that says which word is wrong. */
export function toImportRow({ handle, xId, name, tags = [], notes = [], fields = [] }: RawRow, toValue: ToValue = toDetail): ImportRow {
  const id = wordOf(xId)
  const named = handleIn(handle)
  if (!named) throw wordOf(handle) === '' ? new Told('toldRowNoHandle') : new Told('toldRowHandle', shown(handle))
  if (id !== '' && !toXId(id)) throw new Told('toldRowXId', shown(id))
  if ([tags, notes, fields].some(({ length }) => length > MOST_OF_EACH)) throw new Told('toldRowMany', MOST_OF_EACH)
  return {
    handle: named,
    xId: toXId(id),
    name: toName(wordOf(name)),
    tags: distinct(tags.filter((tag) => wordOf(tag) !== '').map(toTag)),
    notes: distinct(notes.filter((note) => wordOf(note) !== '').map(toNoteText)),
    ...(fields.length > 0 && { fields: fields.map((field) => toEntry(field, toValue)) }),
  }
}

function toEntry(value: unknown, toValue: ToValue): FieldEntry {
  const { name, value: said } = fieldsOf(value)
  const line = toDetailName(name)
  return { name: line, value: toValue(said, line) }
}

/** Entries about the same handle as one, in the place of the first. */
export function joinRows(rows: readonly ImportRow[]): readonly ImportRow[] {
  const byKey = new Map<string, ImportRow>()
  for (const row of rows) {
    const held = byKey.get(keyOf(row.handle))
    byKey.set(keyOf(row.handle), held ? joinTwo(held, row) : row)
  }
  return [...byKey.values()]
}

/** A list of entries out of a message; throws a sentence where one of them is none. */
export function toImportRows(rows: readonly unknown[]): readonly ImportRow[] {
  return rows.map((row) => toImportRow(fieldsOf(row)))
}

function joinTwo(one: ImportRow, other: ImportRow): ImportRow {
  return {
    handle: one.handle,
    xId: one.xId ?? other.xId,
    name: one.name ?? other.name,
    tags: distinct([...one.tags, ...other.tags]),
    notes: distinct([...one.notes, ...other.notes]),
    ...((one.fields ?? other.fields) && { fields: joinFields(one.fields ?? [], other.fields ?? []) }),
  }
}

/** Of two words on one field the first counts. */
function joinFields(one: readonly FieldEntry[], other: readonly FieldEntry[]): readonly FieldEntry[] {
  return [...one, ...other.filter(({ name }) => one.every((field) => field.name !== name))]
}

/** A handle, written as one or as the address of its profile. */
function handleIn(value: unknown): Handle | undefined {
  const word = wordOf(value)
  return toHandle(word) ?? (word.length > 600 ? undefined : toHandle(PROFILE.exec(word)?.[1]))
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
