import { type Handle, keyOf, type PostId } from '../domain/handle'
import type { Post } from '../domain/post'
import { toMoment } from '../domain/facts'
import { findParts, outerTimes, type PostParts } from './post-parts'
import { readReactions } from './read-reactions'
import { avatarHandle, isSame, leadsTo, profileLinks, writtenHandles } from './shown-handle'
import { postOf, profileOf } from './x-links'
import { CELL, INNER_BOUNDARY, TRACKING } from './x-selectors'

/** What a post says of itself; undefined unless its author is sure, by the avatar and by the name alike. */
export function readPost(article: Element): Post | undefined {
  return readPostParts(findParts(article))
}

/** The same from parts already found. */
export function readPostParts(parts: PostParts): Post | undefined {
  const author = authorOf(parts)
  if (!author) return undefined
  const time = ownTime(parts, author)
  return {
    author,
    id: time?.id,
    get postedAt() {
      return toMoment(time?.element.getAttribute('datetime'))
    },
    get reactions() {
      return readReactions(parts)
    },
    get answers() {
      return namesWhomItAnswers(parts)
    },
    lang: langOf(parts.text),
    promoted: time === undefined && isPromoted(parts.article),
    repostedBy: reposterOf(parts),
    quoted: quotedOf(parts),
  }
}

/** Two sources must agree: after a recycle or a change of markup one of them may be another person's. */
function authorOf({ avatar, name, nameLinks }: PostParts): Handle | undefined {
  const handle = avatarHandle(avatar)
  const first = nameLinks[0]
  const agrees = handle && (first && leadsTo(first, handle) || (name && isSame(profileLinks(name)[0]?.handle, handle)))
  return agrees ? handle : undefined
}

interface OwnTime {
  readonly element: Element
  readonly id: PostId
}

/** The moment that links to this author's own post: in a timeline beside the name, in an open post below the words. Not the first link to a post: a quoted picture may precede it. */
function ownTime({ nameLinks, article }: PostParts, author: Handle): OwnTime | undefined {
  const beside = timeAt(nameLinks[2]?.querySelector('time'), nameLinks[2], author)
  if (beside) return beside
  for (const element of outerTimes(article)) {
    const time = timeAt(element, linkAround(element, article), author)
    if (time) return time
  }
  return undefined
}

function timeAt(element: Element | null | undefined, link: Element | undefined, author: Handle): OwnTime | undefined {
  const target = element && link && postOf(link)
  return target && isSame(target.handle, author) ? { element, id: target.id } : undefined
}

/** The link that an element stands in, below the article. A few steps up in all: cheaper than to ask the browser for what it may be in and then where that is. */
function linkAround(element: Element, article: Element): Element | undefined {
  for (let around = element.parentElement; around && around !== article; around = around.parentElement) if (around.localName === 'a') return around
  return undefined
}

function langOf(text: Element | undefined): string | undefined {
  const lang = text?.getAttribute('lang')
  return lang && /^[A-Za-z][A-Za-z0-9-]{1,19}$/.test(lang) ? lang : undefined
}

/** Above the words of an answer X names those whom it answers: between the author's name and the words stands nothing else with an "@". */
function namesWhomItAnswers({ text, name }: PostParts): boolean {
  const above = text && (text.previousElementSibling ?? text.parentElement?.previousElementSibling)
  return Boolean(above && !(name && above.contains(name)) && above.textContent?.includes('@'))
}

/** Tracking alone says nothing, X wraps it around buttons and videos too; around a whole post without a moment it is an advertisement. */
function isPromoted(article: Element): boolean {
  return outerTimes(article).length === 0 && (article.closest(`${TRACKING},${CELL}`)?.matches(TRACKING) ?? false)
}

/** Only a repost's line links to a profile; "Pinned" has no link, a community's leads elsewhere. */
function reposterOf({ article, context }: PostParts): Handle | undefined {
  const link = context && (context.closest('a[href]') ?? context.querySelector('a[href]'))
  return link && link.closest(INNER_BOUNDARY) === article ? profileOf(link) : undefined
}

/** A quote has no links: its avatar must agree with a written handle, or, where it has none, one single handle be written. */
function quotedOf({ quoteName, quoteAvatar }: PostParts): Handle | undefined {
  if (!quoteName) return undefined
  const written = writtenHandles(quoteName).map(({ handle }) => handle)
  const handle = avatarHandle(quoteAvatar)
  if (handle && written.some((other) => isSame(other, handle))) return handle
  const resolved = handle !== undefined && keyOf(handle) !== UNRESOLVED
  if (resolved) return written.length === 0 ? handle : undefined
  return written.length === 1 ? written[0] : undefined
}

const UNRESOLVED = 'unknown'
