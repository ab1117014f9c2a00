import type { NoteId } from './change'
import type { Stamp } from './clock'
import { noteOf, type NoteRow, type Pin } from './person'

/** The longest line that stands on a badge, in characters. */
export const LONGEST_LINE = 80

/**
 * What was last said about the notes that stand on a badge: whichever note was pinned or unpinned last decides for all of them.
 * Undefined while none ever was.
 */
export function pinOf(notes: readonly NoteRow[]): Pin | undefined {
  const latest = latestPinned(notes)
  const words = latest?.row.fields['pinned']?.[0] === true && noteOf(latest.row)?.text
  return latest && [latest.stamp, words ? lineOf(words) : '']
}

/** The living note that stands on the badge. */
export function pinnedNote(notes: readonly NoteRow[]): NoteId | undefined {
  const row = latestPinned(notes)?.row
  return row?.fields['pinned']?.[0] === true && noteOf(row) ? row.id : undefined
}

/** The beginning of a note on one line, cut after a word where one ends near, and never within a sign. */
export function lineOf(text: string): string {
  const line = text.slice(0, LONGEST_LINE * 4).replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
  if (line.length <= LONGEST_LINE) return line
  const cut = line.slice(0, LONGEST_LINE - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/\s\S{0,15}$/, '')}…`
}

function latestPinned(notes: readonly NoteRow[]): { readonly row: NoteRow; readonly stamp: Stamp } | undefined {
  let latest: { readonly row: NoteRow; readonly stamp: Stamp } | undefined
  for (const row of notes) {
    const stamp = row.fields['pinned']?.[1]
    if (stamp !== undefined && (latest === undefined || stamp > latest.stamp)) latest = { row, stamp }
  }
  return latest
}
