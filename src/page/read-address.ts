import { LONGEST_CONTACT_TEXT, type PostAddress, toContactText } from '../domain/contact'
import type { Handle, PostId } from '../domain/handle'
import type { Post } from '../domain/post'
import { readPost } from './read-post'
import { profileOf } from './x-links'
import { CELL, HEADING, INNER_BOUNDARY, POST, POST_AVATAR, POST_TEXT } from './x-selectors'

/** A post whose id is known. */
export type KnownPost = Post & { readonly id: PostId }

const MOST_MENTIONS = 20
const MOST_CELLS_BETWEEN = 3

/**
 * Whom a post addresses: by the links in its own words and, with the id of the post that a page is about, by where it stands.
 * Never by words such as "Replying to", which X writes in every language.
 */
export function readAddress(article: Element, post: KnownPost, openPost: PostId | undefined): PostAddress {
  const words = ownWords(article)
  const { mentions, leading } = words ? readMentions(words) : { mentions: [], leading: 0 }
  return {
    post: post.id,
    author: post.author,
    mentions,
    leading,
    under: openPost && authorAbove(article, openPost),
    promoted: post.promoted,
    reposted: post.repostedBy !== undefined,
    // A quoted post that cannot be read is one all the same.
    quotes: post.quoted !== undefined || article.querySelectorAll(POST_TEXT).length > (words ? 1 : 0),
  }
}

/** A post's own words, plain and bounded: emoji are pictures on X, and their alternative texts are what was written. */
export function readWords(article: Element): string {
  const words = ownWords(article)
  return words ? toContactText(plain(words, LONGEST_CONTACT_TEXT * 2)) : ''
}

function ownWords(article: Element): Element | undefined {
  const words = article.querySelector(POST_TEXT)
  return words?.closest(INNER_BOUNDARY) === article ? words : undefined
}

function readMentions(words: Element): { mentions: readonly Handle[]; leading: number } {
  const links = [...words.querySelectorAll('a[href]')].slice(0, MOST_MENTIONS)
  const mentions = links.map(profileOf).filter((handle) => handle !== undefined)
  return { mentions, leading: mentions.length === 0 ? 0 : leadingOf(plain(words, LONGEST_CONTACT_TEXT), mentions) }
}

/** Spaces, marks of direction, and the dot by which people make an answer public. */
const BEFORE_MENTION = /^[\s.\u200E\u200F\u2066-\u2069]+/

function leadingOf(text: string, mentions: readonly Handle[]): number {
  let rest = text.toLowerCase()
  let leading = 0
  for (const handle of mentions) {
    rest = rest.replace(BEFORE_MENTION, '')
    // X also takes the wide sign of Japanese keyboards.
    if (!/^[@＠]/.test(rest) || !rest.startsWith(handle.toLowerCase(), 1)) break
    rest = rest.slice(handle.length + 1)
    leading += 1
  }
  return leading
}

function plain(node: Node, most: number): string {
  let text = ''
  for (const child of node.childNodes) {
    if (text.length >= most) break
    if (child.nodeType === 3) text += child.nodeValue ?? ''
    else if (child.nodeName.toLowerCase() === 'img') text += ((child as Element).getAttribute('alt') ?? '').slice(0, 40)
    else text += plain(child, most - text.length)
  }
  return text.slice(0, most)
}

/**
 * The author of the post directly above in the same conversation: the one whose avatar has the line below it that leads here,
 * or the post that the page is about, with no heading between, since under "Discover more" stands what answers nobody.
 */
function authorAbove(article: Element, openPost: PostId): Handle | undefined {
  let cell = article.closest(CELL)?.previousElementSibling
  for (let between = 0; cell && between <= MOST_CELLS_BETWEEN; between += 1) {
    const above = cell.querySelector(POST)
    if (above) return leadsOn(above, between) || isOpen(above, openPost) ? readPost(above)?.author : undefined
    if (cell.querySelector(HEADING)) return undefined
    cell = cell.previousElementSibling
  }
  return undefined
}

/** X draws the line as an empty element after the avatar. */
function leadsOn(article: Element, between: number): boolean {
  const line = between === 0 ? article.querySelector(POST_AVATAR)?.nextElementSibling : undefined
  return line !== undefined && line !== null && line.childNodes.length === 0
}

/** X takes the post that a page is about out of the tab order; the same post in the timeline behind a picture is not it. */
function isOpen(article: Element, openPost: PostId): boolean {
  return article.getAttribute('tabindex') === '-1' && readPost(article)?.id === openPost
}
