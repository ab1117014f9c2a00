import type { Reply, ReplyId } from './reply'

/** Questions about canned replies. */
export interface CannedRepliesQuestions {
  'canned-replies/list': () => readonly Reply[]
  'canned-replies/save': (reply: Reply) => void
  'canned-replies/remove': (id: ReplyId) => void
}
