import type { AuthorPlace } from './author-place'
import { lineOf } from './line-of'
import { findParts, type PostParts } from './post-parts'
import { readPostParts } from './read-post'
import type { Post } from '../domain/post'

/** The author's, the reposter's and the quoted author's place in one post: all three, or none where the author is not sure. */
export function postPlaces(element: Element): AuthorPlace[] {
  const parts = findParts(element)
  const post = readPostParts(parts)
  if (!post) return []
  return [authorPlace(parts, post), reposterPlace(parts, post), quotedPlace(parts, post)].filter((place) => place !== undefined)
}

/** After "@handle · time" in a timeline; after "@handle" on the second line of an open post, whose name and handle stand below each other. */
function authorPlace({ article: element, name, nameLinks }: PostParts, post: Post): AuthorPlace | undefined {
  const anchor = name && (lineOf(name, post.author, undefined, nameLinks) ?? name)
  return anchor && { surface: 'post', element, anchor, handle: post.author, post }
}

/** After the words "NAME reposted", beside the link: inside of it the words are clamped and cut. */
function reposterPlace({ article: element, context }: PostParts, post: Post): AuthorPlace | undefined {
  const link = context && (context.closest('a[href]') ?? context.querySelector('a[href]'))
  const anchor = post.repostedBy && link ? contextLine(element, link) : undefined
  return anchor && { surface: 'repost', element, anchor, handle: post.repostedBy, post }
}

/**
 * X sets an icon beside a column; the column holds one row, and that, at times with a box between, the link. The row has room at its end;
 * a badge in the column or the box would stand on a line of its own. Without the icon nothing tells the row: no badge.
 */
function contextLine(article: Element, link: Element): Element | undefined {
  let column = link
  let line = link
  while (column.parentElement && column.parentElement !== article && !column.parentElement.querySelector('svg')) {
    line = column
    column = column.parentElement
  }
  if (!column.parentElement?.querySelector('svg') || column.parentElement === article) return undefined
  return line === link ? column.parentElement : line
}

/** After "@handle · time" of the quote: its name row is built like a timeline's. */
function quotedPlace({ article: element, quoteName }: PostParts, post: Post): AuthorPlace | undefined {
  const anchor = post.quoted && quoteName && (lineOf(quoteName, post.quoted) ?? quoteName)
  return anchor && { surface: 'quote', element, anchor, handle: post.quoted, post }
}
