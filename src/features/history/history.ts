import type { Change } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import type { JournalRow } from '../../domain/journal-entry'
import { type ContactEntry, contactEntryOf } from './contact-entry'
import { type HistoryKind, isTold, kindOf } from './entry-kind'
import { type Thread, threadsIn } from './threads'
import { standingOf, type Way, wayOf } from './standing'

/** One line of the history. */
export interface HistoryEntry {
  readonly stamp: Stamp
  readonly at: number
  /** Who did it; empty of a post that was recorded by itself, which nobody did. */
  readonly by: string
  readonly kind: HistoryKind
  /** The tag, the handle, or the beginning of the note's words at that time. */
  readonly detail: string | undefined
  /** What a field said from then on. */
  readonly value?: string | undefined
  /** Of a contact: what was said, when, and where. */
  readonly contact?: ContactEntry | undefined
  /** Of the newest contact of a conversation: all that is known of that. */
  readonly thread?: Thread | undefined
  /** What its button does, while what this entry did is how things are: an older one is not undone over a newer one. */
  readonly way: Way | undefined
}

const LONGEST_DETAIL = 160

/** The journal of one person, newest first, as lines to read. */
export function historyOf(rows: readonly JournalRow[]): readonly HistoryEntry[] {
  const journal = rows.filter(isTold)
  const texts = textsAt(journal)
  const threads = threadsIn(rows)
  const standing = standingOf(journal)
  return journal.map((row) => ({
    stamp: row.stamp,
    at: row.change.at,
    by: isSeen(row.change) ? '' : row.change.by,
    kind: kindOf(row.change),
    detail: detailOf(row.change, texts.get(row.stamp)),
    contact: contactEntryOf(row.change),
    thread: row.change.kind === 'contact/recorded' && !row.change.removed ? threads.get(row.change.post) : undefined,
    value: valueOf(row.change),
    way: standing.has(row.stamp) && !isPurged(row.change, texts.get(row.stamp)) ? wayOf(row, journal) : undefined,
  }))
}

/** The newest entry that did this to this note: what an undo button beside "Note removed." takes back. */
export function latestOn(journal: readonly JournalRow[], kind: 'note/edited' | 'note/removed', note: string): Stamp | undefined {
  return journal.find(({ change }) => change.kind === kind && change.note === note)?.stamp
}

/** The newest entry of a kind. */
export function latestOf(journal: readonly JournalRow[], kind: Change['kind']): Stamp | undefined {
  return journal.find(({ change }) => change.kind === kind)?.stamp
}

/** The newest entry that did this to a tag. */
export function latestOnTag(journal: readonly JournalRow[], tag: string): Stamp | undefined {
  return journal.find(({ change }) => change.kind === 'tag/set' && change.tag === tag)?.stamp
}

/** A post that was recorded because it was on the page: whose browser it was says nothing, and would read as if they had written it. */
function isSeen(change: Change): boolean {
  if (change.kind !== 'contact/recorded' || change.removed) return false
  const provenance = contactEntryOf(change)?.provenance
  return provenance !== undefined && provenance !== 'counted by hand'
}

/** Words that are gone for good cannot come back. */
function isPurged(change: Change, text: string | undefined): boolean {
  return change.kind === 'note/removed' && text === ''
}

/** The words that each entry's note had when it was made. */
function textsAt(journal: readonly JournalRow[]): ReadonlyMap<Stamp, string> {
  const now = new Map<string, string>()
  const at = new Map<Stamp, string>()
  for (const { stamp, change } of journal.toReversed()) {
    if (!('note' in change)) continue
    if ('text' in change) now.set(change.note, change.text)
    const text = now.get(change.note)
    if (text !== undefined) at.set(stamp, text)
  }
  return at
}

function detailOf(change: Change, text: string | undefined): string | undefined {
  if (change.kind === 'tag/set') return change.tag
  if (change.kind === 'field/set') return change.field
  if ('handle' in change) return `@${change.handle}`
  return text === undefined ? undefined : beginningOf(text)
}

function valueOf(change: Change): string | undefined {
  return change.kind === 'field/set' && change.value !== '' ? beginningOf(change.value) : undefined
}

/** The beginning of words, on one line, never cut within a sign. */
function beginningOf(text: string): string {
  return text.slice(0, LONGEST_DETAIL).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+/g, ' ')
}

/** Whether a post counts as a contact by what was last said about it. */
export function countsAsContact(journal: readonly JournalRow[], post: string): boolean {
  const latest = journal.find(({ change }) => change.kind === 'contact/recorded' && change.url === post)?.change
  return latest?.kind === 'contact/recorded' && !latest.removed
}
