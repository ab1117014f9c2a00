import type { Handle, PostId } from '../domain/handle'
import { readWords } from './read-address'
import { readPost } from './read-post'
import { POST } from './x-selectors'

/** A post of a conversation. */
export interface PostThere {
  readonly id: PostId
  readonly author: Handle
  readonly text: string
}

const MOST = 30
const LONGEST = 500

/** A post and what the page shows below it, in a conversation: what may have answered it already. Empty outside of a post's own page. */
export function readThreadFrom(document: Document, id: PostId): readonly PostThere[] {
  const posts = [...document.querySelectorAll(POST)].map((article) => ({ article, post: readPost(article) }))
  const at = posts.findIndex(({ post }) => post?.id === id)
  if (at < 0 || !document.location.pathname.includes('/status/')) return []
  return posts.slice(at, at + MOST).flatMap(({ article, post }) => (post?.id && !post.promoted ? [{ id: post.id, author: post.author, text: readWords(article).slice(0, LONGEST) }] : []))
}
