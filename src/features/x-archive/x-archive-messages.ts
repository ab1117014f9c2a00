import type { ImportId } from '../../domain/change'
import type { SeenPost } from '../../domain/contact'
import type { Handle, XId } from '../../domain/handle'
import type { ArchiveMessage } from './archive-message'

/** Questions about X's archives. */
export interface XArchiveQuestions {
  /** Records the contacts among posts of an archive; each once for ever. Gives how many were new. */
  'x-archive/take': (asked: { readonly id: ImportId; readonly owner: Handle; readonly posts: readonly SeenPost[] }) => number
  /** Records direct messages of an archive with people we hold; each once. Gives how many were new. */
  'x-archive/take-messages': (asked: { readonly id: ImportId; readonly owner: XId; readonly messages: readonly ArchiveMessage[] }) => number
}
