import type { Handle } from '../domain/handle'
import { COMPOSER, MODAL, PRIVATE_COMPOSER } from './composer-selectors'
import { readPost } from './read-post'
import { avatarHandle, isSame, writtenHandles } from './shown-handle'
import { AVATAR, POST } from './x-selectors'

/** `to` is whom a reply answers, where the page shows it; a claim by the page. */
export interface Composer {
  readonly kind: 'post' | 'reply' | 'dm'
  readonly to: Handle | undefined
  readonly element: HTMLElement
}

/**
 * The composer that the user means: the one with the focus, else the one with the caret (focus may be in our card),
 * else one in a window over the page, else the first on the page.
 */
export function findComposer(document: Document): Composer | undefined {
  const element = focused(document) ?? withCaret(document) ?? shown(document)
  return element && describeComposer(element)
}

/** What a composer is for. */
export function describeComposer(element: HTMLElement): Composer {
  if (element.matches(PRIVATE_COMPOSER)) return { kind: 'dm', to: undefined, element }
  const answered = answeredPost(element)
  return answered ? { kind: 'reply', to: authorOf(answered), element } : { kind: 'post', to: undefined, element }
}

function focused(document: Document): HTMLElement | undefined {
  return document.activeElement?.closest<HTMLElement>(COMPOSER) ?? undefined
}

function withCaret(document: Document): HTMLElement | undefined {
  const node = document.getSelection()?.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>(COMPOSER) ?? undefined
}

function shown(document: Document): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(COMPOSER)].filter((element) => element.getClientRects().length > 0)
  return all.find((element) => element.closest(MODAL)) ?? all[0]
}

/** In a window: the post shown there, above the editor. On a post's page: the post of the address, above the editor. */
export function answeredPost(element: HTMLElement): Element | undefined {
  const modal = element.closest(MODAL)
  if (modal) return postsAbove(modal, element).at(-1)
  const id = /^\/[^/]+\/status\/(\d+)/.exec(element.ownerDocument.location.pathname)?.[1]
  return id === undefined ? undefined : postsAbove(element.ownerDocument, element).find((article) => readPost(article)?.id === id)
}

function postsAbove(around: ParentNode, element: Element): Element[] {
  return [...around.querySelectorAll(POST)].filter((article) => article.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
}

/** In the window X may show the post without links: there the avatar and the written handle must agree. */
function authorOf(article: Element): Handle | undefined {
  const author = readPost(article)?.author
  if (author) return author
  const handle = avatarHandle(article.querySelector(AVATAR))
  return isSame(handle, writtenHandles(article)[0]?.handle) ? handle : undefined
}
