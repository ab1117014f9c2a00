import type { SeenPost } from '../../domain/contact'
import { type HandleKey, keyOf } from '../../domain/handle'

/** What an archive would bring. */
export interface ArchiveSummary {
  readonly posts: number
  readonly people: number
  readonly messages: number
  /** ms since 1970; undefined where there is no post. */
  readonly from: number | undefined
  readonly to: number | undefined
}

/** Counts what an archive would bring, post by post. */
export function makeSummary(): { readonly add: (post: SeenPost) => void; readonly addMessage: () => void; readonly result: () => ArchiveSummary } {
  const people = new Set<HandleKey>()
  let [posts, messages, from, to] = [0, 0, Infinity, -Infinity]
  return {
    add: ({ mentions: [first], postedAt }) => {
      posts += 1
      if (first) people.add(keyOf(first))
      if (postedAt !== undefined) [from, to] = [Math.min(from, postedAt), Math.max(to, postedAt)]
    },
    addMessage: () => void (messages += 1),
    result: () => ({ posts, messages, people: people.size, from: Number.isFinite(from) ? from : undefined, to: Number.isFinite(to) ? to : undefined }),
  }
}
