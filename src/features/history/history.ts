import type { Change } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import { inverseOf, type JournalRow } from '../../domain/journal-entry'
import { type ContactEntry, contactEntryOf } from './contact-entry'

/** What an entry tells; the view has a sentence for each. */
export type HistoryKind =
  | 'met'
  | 'identified'
  | 'renamed'
  | 'handleLost'
  | 'noteAdded'
  | 'noteEdited'
  | 'noteRemoved'
  | 'noteRestored'
  | 'tagSet'
  | 'tagCleared'
  | 'contact'
  | 'contactTheirs'
  | 'contactOurs'
  | 'contactRemoved'
  | 'merged'
  | 'parted'
  | 'removed'
  | 'kept'

/** One line of the history. */
export interface HistoryEntry {
  readonly stamp: Stamp
  readonly at: number
  readonly by: string
  readonly kind: HistoryKind
  /** The tag, the handle, or the beginning of the note's words at that time. */
  readonly detail: string | undefined
  /** Of a contact: what was said, when, and where. */
  readonly contact?: ContactEntry | undefined
  /** What its button does, while what this entry did is how things are: an older one is not undone over a newer one. */
  readonly way: 'undo' | 'redo' | undefined
}

const LONGEST_DETAIL = 160

/** The journal of one person, newest first, as lines to read. */
export function historyOf(rows: readonly JournalRow[]): readonly HistoryEntry[] {
  const journal = rows.filter(isTold)
  const texts = textsAt(journal)
  const standing = standingOf(journal)
  const takenBack = new Map(journal.flatMap(({ stamp, change }) => (change.undoes ? [[stamp, change.undoes] as const] : [])))
  return journal.map((row) => ({
    stamp: row.stamp,
    at: row.change.at,
    by: row.change.by,
    kind: kindOf(row.change),
    detail: detailOf(row.change, texts.get(row.stamp)),
    contact: contactEntryOf(row.change),
    way: standing.has(row.stamp) && !isPurged(row.change, texts.get(row.stamp)) ? wayOf(row, journal, takenBack) : undefined,
  }))
}

/** What somebody did, or what passed between them and us; not that their followers were counted. */
type Told = JournalRow & { readonly change: Exclude<Change, { readonly kind: 'facts/seen' }> }

function isTold(row: JournalRow): row is Told {
  return row.change.kind !== 'facts/seen'
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

/** Words that are gone for good cannot come back. */
function isPurged(change: Change, text: string | undefined): boolean {
  return change.kind === 'note/removed' && text === ''
}

/** Taking back what took something back is doing it again; and doing it again can be taken back. */
function wayOf(row: JournalRow, journal: readonly JournalRow[], takenBack: ReadonlyMap<Stamp, Stamp>): HistoryEntry['way'] {
  const earlier = journal.filter(({ stamp, person }) => person === row.person && stamp < row.stamp).map(({ change }) => change)
  if (inverseOf(row.change, earlier) === undefined || (row.change.kind === 'person/met' && holdsAnything(journal))) return undefined
  let steps = 0
  for (let at = takenBack.get(row.stamp); at !== undefined; at = takenBack.get(at)) steps += 1
  return steps % 2 === 0 ? 'undo' : 'redo'
}

/** That somebody is kept at all is taken back only once nothing is kept about them. */
function holdsAnything(journal: readonly JournalRow[]): boolean {
  const settled = new Set<string>()
  return journal.some(({ change }) => {
    const matter = matterOf(change)
    if (settled.has(matter) || change.kind === 'note/edited' || change.kind.startsWith('person/')) return false
    settled.add(matter)
    return !('removed' in change && change.removed) && !('on' in change && !change.on)
  })
}

/** The entries whose effect is how things are: the newest on each matter; of a removed note only its removal. */
function standingOf(journal: readonly JournalRow[]): ReadonlySet<Stamp> {
  const settled = new Set<string>()
  const gone = new Set<string>()
  const standing = new Set<Stamp>()
  for (const { stamp, change } of journal) {
    const matter = matterOf(change)
    if (!settled.has(matter) && !('note' in change && gone.has(change.note))) standing.add(stamp)
    settled.add(matter)
    if (change.kind === 'note/removed' && change.removed && standing.has(stamp)) gone.add(change.note)
  }
  return standing
}

function matterOf(change: Change): string {
  if (change.kind === 'tag/set') return `tag:${change.tag}`
  if (change.kind === 'contact/recorded') return `contact:${change.post}`
  if (change.kind === 'note/edited') return `words:${change.note}`
  if ('note' in change) return `there:${change.note}`
  if (change.kind === 'person/met' || change.kind === 'person/removed') return `kept:${change.person}`
  if (change.kind === 'person/renamed' || change.kind === 'person/handle-lost') return `handle:${change.person}`
  return `${change.kind}:${change.person}`
}

/** The words that each entry's note had when it was made. */
function textsAt(journal: readonly JournalRow[]): ReadonlyMap<Stamp, string> {
  const now = new Map<string, string>()
  const at = new Map<Stamp, string>()
  for (const { stamp, change } of journal.toReversed()) {
    if (!('note' in change)) continue
    if (change.kind !== 'note/removed') now.set(change.note, change.text)
    const text = now.get(change.note)
    if (text !== undefined) at.set(stamp, text)
  }
  return at
}

function kindOf(change: Told['change']): HistoryKind {
  switch (change.kind) {
    case 'person/met':
      return 'met'
    case 'person/identified':
      return 'identified'
    case 'person/renamed':
      return 'renamed'
    case 'person/handle-lost':
      return 'handleLost'
    case 'note/added':
      return 'noteAdded'
    case 'note/edited':
      return 'noteEdited'
    case 'note/removed':
      return change.removed ? 'noteRemoved' : 'noteRestored'
    case 'person/merged':
      return change.into === change.person ? 'parted' : 'merged'
    case 'person/removed':
      return change.removed ? 'removed' : 'kept'
    case 'contact/recorded':
      return change.removed ? 'contactRemoved' : contactKindOf(contactEntryOf(change))
    case 'tag/set':
      return change.on ? 'tagSet' : 'tagCleared'
  }
}

function contactKindOf(entry: ContactEntry | undefined): HistoryKind {
  if (entry?.direction === undefined) return 'contact'
  return entry.direction === 'theirs' ? 'contactTheirs' : 'contactOurs'
}

function detailOf(change: Change, text: string | undefined): string | undefined {
  if (change.kind === 'tag/set') return change.tag
  if ('handle' in change) return `@${change.handle}`
  return text === undefined ? undefined : text.slice(0, LONGEST_DETAIL).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+/g, ' ')
}

/** Whether a post counts as a contact by what was last said about it. */
export function countsAsContact(journal: readonly JournalRow[], post: string): boolean {
  const latest = journal.find(({ change }) => change.kind === 'contact/recorded' && change.url === post)?.change
  return latest?.kind === 'contact/recorded' && !latest.removed
}
