import { toCount } from '../domain/facts'
import type { PostCounts } from '../domain/post'
import type { PostParts } from './post-parts'
import { PART } from './x-selectors'

const LONGEST_LABEL = 500

/** Reposts and likes, by two short looks. */
export function readReactions(parts: PostParts): Pick<PostCounts, 'reposts' | 'likes'> {
  return { reposts: numberOn(parts, PART.repost, PART.unrepost) ?? 0, likes: numberOn(parts, PART.like, PART.unlike) ?? 0 }
}

/** The number on the first of these buttons that has one: plain digits, in all of X's languages. The post's own row stands at its end. */
function numberOn({ named }: PostParts, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const number = numberIn(named.get(name)?.at(-1))
    if (number !== undefined) return number
  }
  return undefined
}

/** The number in an element's label. */
export function numberIn(element: Element | null | undefined): number | undefined {
  const digits = /\d+/.exec(labelOf(element))?.[0]
  return digits === undefined ? undefined : toCount(Number(digits))
}

/** An element's label, bounded. */
export function labelOf(element: Element | null | undefined): string {
  return element?.getAttribute('aria-label')?.slice(0, LONGEST_LABEL) ?? ''
}
