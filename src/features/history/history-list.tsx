import type { ComponentChild } from 'preact'
import type { Stamp } from '../../domain/clock'
import { Button } from '../../ui/button'
import { FirstFew } from '../../ui/first-few'
import { TimeAgo } from '../../ui/time-ago'
import { isolated, word, type WordName } from '../../ui/words'
import { ContactWords } from './contact-words'
import { ThreadWords } from './thread-words'
import type { HistoryKind } from './entry-kind'
import type { HistoryEntry } from './history'

const SENTENCES: Readonly<Record<HistoryKind, WordName>> = {
  met: 'historyMet',
  identified: 'historyIdentified',
  renamed: 'historyRenamed',
  handleLost: 'historyHandleLost',
  noteAdded: 'historyNoteAdded',
  noteEdited: 'historyNoteEdited',
  noteRemoved: 'historyNoteRemoved',
  noteRestored: 'historyNoteRestored',
  notePinned: 'historyNotePinned',
  noteUnpinned: 'historyNoteUnpinned',
  tagSet: 'historyTagSet',
  tagCleared: 'historyTagCleared',
  fieldSet: 'historyFieldSet',
  fieldCleared: 'historyFieldCleared',
  contact: 'historyContact',
  contactTheirs: 'historyContactTheirs',
  contactOurs: 'historyContactOurs',
  contactRemoved: 'historyContactRemoved',
  merged: 'historyMerged',
  parted: 'historyParted',
  removed: 'historyRemoved',
  kept: 'historyKept',
}

const FIRST_ENTRIES = 8

/** A line that another part of the card brings into the timeline. */
export interface BroughtLine {
  readonly key: string
  /** ms since 1970 */
  readonly at: number
  readonly line: ComponentChild
}

/** What happened with one person. */
export interface HistoryListProps {
  readonly entries: readonly HistoryEntry[]
  /** What others say happened, to stand where it belongs in time. */
  readonly brought?: readonly BroughtLine[]
  readonly now: number
  readonly onUndo: (stamp: Stamp, way: 'undo' | 'redo') => void
}

/** The timeline, newest first, with a way back from what can be taken back. */
export function HistoryList({ entries, brought = [], now, onUndo }: HistoryListProps) {
  return (
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title">{word('historyTitle')}</h2>
      <FirstFew class="timeline" items={inOrder(entries, brought)} most={FIRST_ENTRIES} showAll={word('cardShowAll', entries.length + brought.length)}>
        {(item) => ('line' in item ? <li key={item.key}>{item.line}</li> : <Line key={item.stamp} entry={item} now={now} onUndo={onUndo} />)}
      </FirstFew>
    </section>
  )
}

/** The newest first: a page shows a person's posts newest first too, so they are recorded the other way round. What happened at one moment keeps its order. */
function inOrder(entries: readonly HistoryEntry[], brought: readonly BroughtLine[]): readonly (HistoryEntry | BroughtLine)[] {
  return [...brought, ...entries].toSorted((one, other) => placeInTime(other) - placeInTime(one))
}

/** What was recorded by itself stands where it happened; what somebody did, where they did it. */
function placeInTime(item: HistoryEntry | BroughtLine): number {
  return 'line' in item || item.by !== '' ? item.at : momentOf(item)
}

function momentOf({ at, contact }: HistoryEntry): number {
  return contact?.postedAt ?? at
}

function Line({ entry, now, onUndo }: { readonly entry: HistoryEntry } & Pick<HistoryListProps, 'now' | 'onUndo'>) {
  const { kind, detail, stamp, by, way } = entry
  const words = entry.value ?? (kind.startsWith('note') ? detail : undefined)
  const sentence = word(SENTENCES[kind], isolated(detail ?? ''))
  return (
    <li>
      <div class="row">
        <span>{sentence}</span>
        {way && (
          <Button kind="link" aria-label={word(way === 'undo' ? 'historyUndo' : 'historyRedo', sentence)} onClick={() => onUndo(stamp, way)}>
            {word(way === 'undo' ? 'cardUndo' : 'cardRedo')}
          </Button>
        )}
      </div>
      {words && (
        <p class="quiet small excerpt" dir="auto">
          {words}
        </p>
      )}
      <p class="quiet small origin">
        {by && <bdi>{by}</bdi>}
        <TimeAgo moment={momentOf(entry)} now={now} />
      </p>
      {entry.contact && <ContactWords contact={entry.contact} />}
      {entry.thread && <ThreadWords thread={entry.thread} posts={entry.thread.length} now={now} />}
    </li>
  )
}
