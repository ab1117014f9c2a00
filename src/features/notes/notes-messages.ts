import type { KeptDraft } from './draft'
import type { NoteId, PersonId } from '../../domain/change'
import type { Subject } from '../../domain/subject'

/** Questions about notes, tags and unsaved words. Every one may be asked twice and changes things once. */
export interface NotesQuestions {
  /** The id is made by the asker, so that asking again after a lost answer adds nothing. */
  'notes/add': (asked: { readonly subject: Subject; readonly note: NoteId; readonly text: string; readonly writer?: string }) => void
  'notes/edit': (asked: { readonly person: PersonId; readonly note: NoteId; readonly text: string }) => void
  'notes/remove': (asked: { readonly person: PersonId; readonly note: NoteId }) => void
  /** Brings a removed note back from the bin. */
  'notes/restore': (asked: { readonly person: PersonId; readonly note: NoteId }) => void
  /** Puts a note's beginning on the badge in the place of any other, or takes it away. */
  'notes/pin': (asked: { readonly person: PersonId; readonly note: NoteId; readonly pinned: boolean }) => void
  'tags/set': (asked: { readonly subject: Subject; readonly tag: string; readonly on: boolean }) => void
  /** Each who writes has a draft of their own; `over` are the words that they began with, which nobody else needs then. */
  'drafts/keep': (asked: KeptDraft) => void
}
