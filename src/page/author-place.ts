import type { Handle, XId } from '../domain/handle'
import type { Post } from '../domain/post'

/** Where on X's pages a person is shown. */
export type Surface = 'post' | 'repost' | 'quote' | 'account' | 'profile' | 'hover-card' | 'notification' | 'dm-header' | 'dm-item'

/** One place where a badge belongs. */
export interface AuthorPlace {
  readonly surface: Surface
  /** The unit whose author it is: the article, cell, header or card. */
  readonly element: Element
  /** The element on an existing line, to which the badge is appended. */
  readonly anchor: Element
  readonly handle?: Handle
  /** X's numeric id, where the place shows it. */
  readonly xId?: XId
  readonly post?: Post
}

/** What the readers cannot see in the subtree itself. */
export interface PageContext {
  /** The address's path: tells the open chat, and which profile is meant. */
  readonly path?: string
  /** The viewer's own numeric id: without it a chat has two parties and no other side. */
  readonly viewerId?: XId | undefined
}
