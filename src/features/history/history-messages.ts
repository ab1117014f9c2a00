import type { Stamp } from '../../domain/clock'
import type { SeenPost } from '../../domain/contact'
import type { PostId } from '../../domain/handle'
import type { Subject } from '../../domain/subject'

/** Questions about what happened. */
export interface HistoryQuestions {
  /** Counts the post on screen, which is by this subject, as a contact between them and us; or no longer. */
  'history/count-contact': (asked: { readonly subject: Subject; readonly counts: boolean }) => void
  /** Posts on the page that are between others and us: each is recorded once, by the background's own rule. */
  'history/saw': (seen: readonly SeenPost[]) => void
  /** The page says that this post exists no more: if it is one of ours, its words are forgotten. */
  'history/gone': (post: PostId) => void
  /** Takes one change back, by a change of its own. */
  'history/undo': (stamp: Stamp) => void
}
