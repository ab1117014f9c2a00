import type { ImportId } from '../../domain/change'
import type { SeenPost } from '../../domain/contact'
import type { Handle } from '../../domain/handle'

/** Questions about X's archives. */
export interface XArchiveQuestions {
  /** Records the contacts among posts of an archive; each once for ever. Gives how many were new. */
  'x-archive/take': (asked: { readonly id: ImportId; readonly owner: Handle; readonly posts: readonly SeenPost[] }) => number
}
