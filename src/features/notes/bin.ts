import { type Note, type NoteRow, keptNoteOf } from '../../domain/person'

const DAY = 86_400_000

/** How long a removed note stays in the bin, in ms: 30 days. */
export const BIN_TIME = 30 * DAY

/** How seldom the bin is looked through: once a day, in ms. */
export const PURGE_EVERY = DAY

/** After so long a pause the clock is not believed at once: nothing is purged before it has been that late for a day. */
const LONGEST_PAUSE = 60 * DAY

/** A note in the bin; `removedAt` in ms since 1970. */
export interface BinnedNote {
  readonly note: Note
  readonly removedAt: number
}

/** When the words of a note that was removed then are purged, ms since 1970. */
export function purgedAt(removedAt: number): number {
  return removedAt + BIN_TIME
}

/** True for a note whose words have been in the bin for 30 days. */
export function isPurgeable({ removedAt }: Pick<NoteRow, 'removedAt'>, now: number): boolean {
  return removedAt !== undefined && purgedAt(removedAt) <= now
}

/** The notes in the bin, those removed last first. */
export function binOf(rows: readonly NoteRow[]): readonly BinnedNote[] {
  return rows
    .flatMap((row) => {
      const note = row.removedAt === undefined ? undefined : keptNoteOf(row)
      return note && row.removedAt !== undefined ? [{ note, removedAt: row.removedAt }] : []
    })
    .sort((one, other) => other.removedAt - one.removedAt)
}

/** Whether the bin is to be looked through now, given when that was last done (ms since 1970). */
export function purgeDue(last: number | undefined, now: number): 'not yet' | 'only noted' | 'due' {
  if (last === undefined || last > now || now - last > LONGEST_PAUSE) return 'only noted'
  return now - last >= PURGE_EVERY ? 'due' : 'not yet'
}
