import type { NoteId } from '../../domain/change'
import { Told } from '../../domain/told'

/** The longest note, in characters. */
export const LONGEST_NOTE = 10_000

/** The longest tag, in characters. */
export const LONGEST_TAG = 40

const NOTE_ID = /^[0-9a-z-]{20,36}$/

/** A note's words out of anything; throws a sentence where there are none or too many. */
export function toNoteText(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw new Told('toldNoteWords')
  if (value.length > LONGEST_NOTE) throw new Told('toldNoteLong', LONGEST_NOTE, value.length)
  return value.trim()
}

/** A note's id out of anything; throws a sentence where it is none. */
export function toNoteId(value: unknown): NoteId {
  if (typeof value !== 'string' || !NOTE_ID.test(value)) throw new Error('That is not the id of a note.')
  return value as NoteId
}

/** A tag out of anything: one line, trimmed, bounded; throws a sentence where it is none. */
export function toTag(value: unknown): string {
  const tag = typeof value === 'string' ? value.replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim() : ''
  if (tag === '') throw new Told('toldTagWord')
  if (tag.length > LONGEST_TAG) throw new Told('toldTagLong', LONGEST_TAG, tag.length)
  return tag
}
