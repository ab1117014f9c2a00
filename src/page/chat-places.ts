import type { AuthorPlace, PageContext, Surface } from './author-place'
import { counterpartOf } from './read-account'
import { routeOf } from './watch-route'
import { CHAT_HEADER, CHAT_NAME } from './x-selectors'

/** The place in the new chat's head or in an item of its list: known by numeric id alone, and none in a group. */
export function chatPlaces(unit: Element, { path, viewerId }: PageContext): AuthorPlace[] {
  if (!unit.matches(CHAT_HEADER)) return place(unit, 'dm-item', counterpartOf(pairIn(unit), viewerId), firstWords(unit))
  const route = routeOf(path ?? '')
  const xId = route.name === 'chat' ? counterpartOf(route.pair, viewerId) : undefined
  return place(unit, 'dm-header', xId, unit.querySelector(CHAT_NAME) ?? firstWords(unit))
}

function place(element: Element, surface: Surface, xId: AuthorPlace['xId'], anchor: Element | undefined): AuthorPlace[] {
  return xId && anchor ? [{ surface, element, anchor, xId }] : []
}

/** "<id>:<id>", the end of an item's data-testid. */
function pairIn(item: Element): string | undefined {
  return /-item-(\d{1,20}:\d{1,20})$/.exec(item.getAttribute('data-testid')?.slice(0, 100) ?? '')?.[1]
}

/** The innermost element of the first words, the display name: an inline box at their end stays on their line. That there are words is seen, not which. */
function firstWords(block: Element): Element | undefined {
  for (const element of block.querySelectorAll('span,div,p,b,strong')) {
    if (element.childElementCount === 0 && element.firstChild && !element.closest('[aria-hidden="true"]')) return element
  }
  return undefined
}
