import { toCount } from '../domain/facts'
import type { PostCounts } from '../domain/post'
import type { PostParts } from './post-parts'
import { ANALYTICS, COUNTS, PART } from './x-selectors'

const LONGEST_LABEL = 500

/** The counts from the labels of the buttons: one number each, in plain digits, in all of X's languages. A label without one means none. */
export function readCounts(parts: PostParts): PostCounts {
  const replies = numberOn(parts, PART.reply) ?? 0
  const { reposts, likes } = readReactions(parts)
  const views = numberIn(parts.article.querySelector(ANALYTICS))
  const bookmarks = numberOn(parts, PART.bookmark, PART.unbookmark)
  const rest = restOf(parts, [replies, reposts, likes, bookmarks, views])
  return { replies, reposts, likes, ...bookmarksAndViews(bookmarks, views, rest, isOpen(parts.article)) }
}

/** Reposts and likes, by two short looks. */
export function readReactions(parts: PostParts): Pick<PostCounts, 'reposts' | 'likes'> {
  return { reposts: numberOn(parts, PART.repost, PART.unrepost) ?? 0, likes: numberOn(parts, PART.like, PART.unlike) ?? 0 }
}

function numberOn({ named }: PostParts, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const number = numberIn(named.get(name)?.[0])
    if (number !== undefined) return number
  }
  return undefined
}

/**
 * In a timeline the bookmark button has no number, and an open post has no link to its views. But the label of the whole row names every
 * count that is not zero, so what remains when the known ones are struck out is the missing one, whatever the language.
 */
function bookmarksAndViews(bookmarks: number | undefined, views: number | undefined, rest: readonly number[], open: boolean) {
  const [first, second] = rest
  if (bookmarks === undefined && views === undefined && rest.length === 2) return { bookmarks: first ?? 0, views: second }
  const left = rest.length === 1 ? first : undefined
  const isViews = views === undefined && (bookmarks !== undefined || open)
  return { bookmarks: bookmarks ?? (isViews ? 0 : (left ?? 0)), views: isViews ? left : views }
}

/** The numbers on the row's label without those already known. X's Irish says each number twice ("3 3 fhreagra"). */
function restOf({ article }: PostParts, known: readonly (number | undefined)[]): number[] {
  const once = labelOf(article.querySelector(COUNTS)).replace(/(?<!\d)(\d+) \1(?!\d)/g, '$1')
  const rest = (once.match(/\d+/g) ?? []).map(Number).filter((number) => toCount(number) !== undefined)
  for (const count of known) if (count !== undefined && rest.includes(count)) rest.splice(rest.indexOf(count), 1)
  return rest
}

/** The post that its page is about cannot be focused to be opened. */
function isOpen(article: Element): boolean {
  return article.getAttribute('tabindex') === '-1'
}

function numberIn(element: Element | null | undefined): number | undefined {
  const digits = /\d+/.exec(labelOf(element))?.[0]
  return digits === undefined ? undefined : toCount(Number(digits))
}

function labelOf(element: Element | null | undefined): string {
  return element?.getAttribute('aria-label')?.slice(0, LONGEST_LABEL) ?? ''
}
