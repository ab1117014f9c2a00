import type { Change } from '../../domain/change'
import type { JournalRow } from '../../domain/journal-entry'
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
  | 'notePinned'
  | 'noteUnpinned'
  | 'tagSet'
  | 'tagCleared'
  | 'fieldSet'
  | 'fieldCleared'
  | 'contact'
  | 'contactTheirs'
  | 'contactOurs'
  | 'contactRemoved'
  | 'merged'
  | 'parted'
  | 'removed'
  | 'kept'

/** What somebody did, or what passed between them and us; not that their followers were counted or a conversation became known, nor that somebody else was erased. */
export type Told = JournalRow & { readonly change: Exclude<Change, { readonly kind: 'facts/seen' | 'contact/placed' | 'person/erased' }> }

/** Whether the history tells of an entry. */
export function isTold(row: JournalRow): row is Told {
  return !['facts/seen', 'contact/placed', 'person/erased'].includes(row.change.kind)
}

/** What an entry tells. */
export function kindOf(change: Told['change']): HistoryKind {
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
    case 'note/pinned':
      return change.pinned ? 'notePinned' : 'noteUnpinned'
    case 'person/merged':
      return change.into === change.person ? 'parted' : 'merged'
    case 'person/removed':
      return change.removed ? 'removed' : 'kept'
    case 'contact/recorded':
      return change.removed ? 'contactRemoved' : contactKindOf(contactEntryOf(change))
    case 'tag/set':
      return change.on ? 'tagSet' : 'tagCleared'
    case 'field/set':
      return change.value === '' ? 'fieldCleared' : 'fieldSet'
  }
}

function contactKindOf(entry: ContactEntry | undefined): HistoryKind {
  if (entry?.direction === undefined) return 'contact'
  return entry.direction === 'theirs' ? 'contactTheirs' : 'contactOurs'
}
