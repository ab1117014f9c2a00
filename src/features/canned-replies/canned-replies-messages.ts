import type { ImportId, PersonId } from '../../domain/change'
import type { PostId } from '../../domain/handle'
import type { Reply, ReplyId } from './reply'
import type { UndoneImport } from './reply-import'
import type { ReplyUse } from './reply-use'

/** Which uses are asked for: those of a person, those in a thread and those of a reply, together. */
export interface UsesAbout {
  readonly person?: PersonId | undefined
  readonly thread?: PostId | undefined
  readonly reply?: ReplyId | undefined
}

/** Questions about canned replies. */
export interface CannedRepliesQuestions {
  'canned-replies/list': () => readonly Reply[]
  /** Saves a reply, new or changed; counts it up. */
  'canned-replies/save': (reply: Reply) => void
  'canned-replies/remove': (id: ReplyId) => void
  /** Keeps a use. Told again with the same id, what is known now replaces what was. */
  'canned-replies/used': (use: ReplyUse) => void
  /** Oldest first. */
  'canned-replies/uses': (about: UsesAbout) => readonly ReplyUse[]
  /** Takes replies in; several questions with the same id are one import. */
  'canned-replies/import': (asked: { readonly id: ImportId; readonly replies: readonly Reply[] }) => void
  'canned-replies/undo-import': (id: ImportId) => UndoneImport
}
