import type { DBSchema } from 'idb'
import type { ImportId, NoteId, PersonId } from '../domain/change'
import type { Clock, Stamp } from '../domain/clock'
import type { Gone } from '../domain/facts'
import type { HandleKey, PostId, XId } from '../domain/handle'
import type { StoredEntry } from '../domain/journal-entry'
import type { ContactRow, NoteRow, PersonRow } from '../domain/person'
import type { Reply, ReplyId } from '../features/canned-replies/reply'
import type { ReplyImport } from '../features/canned-replies/reply-import'
import type { ReplyUse, UseId } from '../features/canned-replies/reply-use'
import type { Spending } from '../features/x-account/budget'
import type { Fetched } from '../features/x-account/fetched'
import type { XConnection } from '../features/x-account/connection'
import type { Mention } from '../features/x-account/mention'

/** The tables. Only the background writes; other pages of ours may read. */
export interface RegularsDatabase extends DBSchema {
  people: { key: PersonId; value: PersonRow; indexes: { key: HandleKey; xId: XId; handles: HandleKey; into: PersonId } }
  notes: { key: NoteId; value: NoteRow; indexes: { person: PersonId; removedAt: number } }
  contacts: { key: PostId; value: ContactRow; indexes: { person: PersonId; conversation: [conversation: PostId, stamp: Stamp] } }
  journal: { key: Stamp; value: StoredEntry; indexes: { person: [PersonId, Stamp]; people: PersonId; import: ImportId; into: PersonId } }
  /** The folded words by which a person is found. */
  search: { key: PersonId; value: SearchRow; indexes: { place: number } }
  /** Lists of places by term and block; see place-lists.ts. */
  terms: { key: string; value: string }
  replies: { key: ReplyId; value: Reply }
  /** When which reply was inserted. */
  uses: { key: UseId; value: ReplyUse; indexes: { reply: ReplyId; person: PersonId; thread: PostId } }
  /** What an import of replies changed, so that it can be undone. */
  replyImports: { key: ImportId; value: ReplyImport }
  /** Words typed and not yet saved, by where and about whom. */
  drafts: { key: string; value: Draft }
  /** Accounts of ours that are connected to X's interface, without their tokens. */
  xAccounts: { key: XId; value: XConnection }
  /** What X's interface cost, by day and endpoint. */
  xSpending: { key: string; value: Spending }
  /** Mentions that wait for an answer. */
  mentions: { key: PostId; value: Mention; indexes: { key: HandleKey } }
  /** Posts that were fetched from before and are not recorded yet. */
  xFetched: { key: string; value: Fetched }
  /** Handles of which X said that there is nobody, or nobody any more, and when (ms since 1970). */
  xUnknown: { key: HandleKey; value: UnknownHandle }
  /** One row: the clock of this profile. */
  clock: { key: 'own'; value: Clock }
}

/** Whom a set of folded words finds. */
export interface SearchRow {
  readonly id: PersonId
  /** Their number in the lists of the index. Indexed. */
  readonly place: number
  /** Parted by line ends: one text is read and written in a fraction of the time that a list takes, which rows of before have. */
  readonly words: string | readonly string[]
  /** All their texts, folded, in which phrases are looked for; absent where they are too long for that. */
  readonly text?: string
  /** When the last contact was, ms since 1970. */
  readonly last?: number
}

/** Unsaved words; `at` in ms since 1970. */
export interface Draft {
  readonly place: string
  readonly text: string
  readonly at: number
}

/** A handle that X does not know, and why. */
export interface UnknownHandle {
  readonly key: HandleKey
  readonly why: Gone
  readonly at: number
}

/** The database's name in both browsers. */
export const DATABASE = 'regulars'
