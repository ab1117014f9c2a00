import type { Facts } from '../domain/facts'
import type { SeenAccount } from '../domain/post'
import { isSame } from './shown-handle'
import { shownCount } from './shown-count'
import { handleOfPart, pathOf } from './x-links'
import { COUNT_LINKS } from './x-selectors'

/** Followers and following as a profile or a hover card shows them, rounded from ten thousand on; undefined where neither can be read. */
export function readShownFacts(root: Element, { handle, xId }: SeenAccount, language: string, now: number): Facts | undefined {
  let followers: number | undefined
  let following: number | undefined
  for (const link of root.querySelectorAll(COUNT_LINKS)) {
    const [, owner, list] = pathOf(link.getAttribute('href'))?.split('/') ?? []
    if (!isSame(handleOfPart(owner), handle)) continue
    if (list === 'following') following ??= shownCount(numberIn(link), language)
    else followers ??= shownCount(numberIn(link), language)
  }
  if (followers === undefined && following === undefined) return undefined
  return { handle, xId, name: undefined, followers, following, listed: undefined, posts: undefined, createdAt: undefined, source: 'shown', seenAt: now }
}

/** The number is a child of its own beside the word. */
function numberIn(link: Element): string {
  return [...link.children].map((child) => child.textContent ?? '').find((text) => /\d/.test(text)) ?? ''
}
