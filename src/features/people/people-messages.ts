import type { NoteId, PersonId } from '../../domain/change'
import type { PersonCard, Sighting } from '../../domain/card'
import type { Handle, XId } from '../../domain/handle'
import type { JournalRow } from '../../domain/journal-entry'
import type { Note, Person } from '../../domain/person'
import type { StoredFacts } from '../../domain/stored-facts'
import type { Subject } from '../../domain/subject'
import type { BinnedNote } from '../notes/bin'
import type { PageSettings } from '../preferences/page-settings'

/** What a batch of authors is answered with: the known among them, in any order, and the settings that ride along. */
export interface LookUpAnswer {
  readonly cards: readonly PersonCard[]
  /** The handles of those among the asked ids whom we hold. */
  readonly named: readonly { readonly xId: XId; readonly handle: Handle }[]
  readonly settings: PageSettings
}

/** A batch of authors on the page; the account logged in, where the page tells it. */
export interface LookUp {
  readonly sightings: readonly Sighting[]
  /** Accounts of which the page shows the id alone, as in direct messages. */
  readonly xIds: readonly XId[]
  readonly viewer?: string | undefined
}

/** Another record of the same person: `since` is when they became one, ms since 1970. */
export interface OtherRecord {
  readonly id: PersonId
  readonly handle: Handle | undefined
  readonly since: number
}

/** Everything a card shows of one person. */
export interface PersonView {
  readonly subject: Subject
  readonly person: Person | undefined
  /** The handle belongs to another account than the one we knew; nothing of the old one is in here. */
  readonly takenOver: boolean
  /** What is kept of their size, and the score made of it. */
  readonly stored: StoredFacts | undefined
  /** Newest first. */
  readonly notes: readonly Note[]
  /** The note whose beginning stands on the badge. */
  readonly pinned: NoteId | undefined
  readonly bin: readonly BinnedNote[]
  readonly records: readonly OtherRecord[]
  /** A newer Regulars keeps this database: it is shown and never touched. */
  readonly readOnly: boolean
  /** Newest first. */
  readonly journal: readonly JournalRow[]
  /** Words typed here before and not yet saved. */
  readonly draft: string
  /** When they were typed, ms since 1970; 0 without any. */
  readonly draftAt: number
}

/** Questions about people. */
export interface PeopleQuestions {
  'people/look-up': (asked: LookUp) => LookUpAnswer
  'people/view': (subject: Subject) => PersonView
  /** Makes one person of the subject and of whoever is kept by the handle. */
  'people/merge': (asked: { readonly subject: Subject; readonly handle: Handle }) => void
  /** Makes a record a person of their own again. */
  'people/part': (record: PersonId) => void
  /** A ticket for one card: good once, for five seconds, in the tab that asked. */
  'card/ticket': (subject: Subject) => string
  /** The holder is made by the card, so that asking again after a lost answer finds the ticket good. */
  'card/redeem': (asked: { readonly ticket: string; readonly holder: string }) => PersonView
}
