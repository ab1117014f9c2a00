import { toCount } from '../domain/facts'
import type { PostCounts } from '../domain/post'
import { findParts, type PostParts } from './post-parts'
import { labelOf, numberIn, readReactions } from './read-reactions'
import { ANALYTICS, BOOKMARK, COUNTS, REPLY } from './x-selectors'

/** All counts of one post, as saved pages are checked by. No badge needs them and they cost as much as all the rest: a `Post` has its reactions alone. */
export function countsOf(article: Element): PostCounts {
  return readCounts(findParts(article))
}

/** The counts from the labels of the buttons: one number each, in plain digits, in all of X's languages. A label without one means none. */
function readCounts(parts: PostParts): PostCounts {
  const { article } = parts
  const replies = numberIn(article.querySelector(REPLY)) ?? 0
  const { reposts, likes } = readReactions(parts)
  const views = numberIn(article.querySelector(ANALYTICS))
  const bookmarks = numberIn(article.querySelector(BOOKMARK))
  const rest = restOf(article, [replies, reposts, likes, bookmarks, views])
  return { replies, reposts, likes, ...bookmarksAndViews(bookmarks, views, rest, isOpen(article)) }
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
function restOf(article: Element, known: readonly (number | undefined)[]): number[] {
  const once = labelOf(article.querySelector(COUNTS)).replace(/(?<!\d)(\d+) \1(?!\d)/g, '$1')
  const rest = (once.match(/\d+/g) ?? []).map(Number).filter((number) => toCount(number) !== undefined)
  for (const count of known) if (count !== undefined && rest.includes(count)) rest.splice(rest.indexOf(count), 1)
  return rest
}

/** The post that its page is about cannot be focused to be opened. */
function isOpen(article: Element): boolean {
  return article.getAttribute('tabindex') === '-1'
}
