import type { AuthorPlace, PageContext } from './author-place'
import { accountPlaces } from './account-places'
import { chatPlaces } from './chat-places'
import { postPlaces } from './post-places'
import { CHAT_HEADER, CHAT_ITEM, POST, unitSelector } from './x-selectors'

export type { AuthorPlace, PageContext, Surface } from './author-place'
export { unitSelector }

/** Every place for a badge in a subtree, its root included. Reads the tree only: no layout, no styles. */
export function findAuthors(root: Element, context: PageContext = {}): AuthorPlace[] {
  const places = root.matches(unitSelector) ? placesOf(root, context) : []
  for (const unit of root.querySelectorAll(unitSelector)) places.push(...placesOf(unit, context))
  return places
}

/** The places of one unit alone. */
export function placesOf(unit: Element, context: PageContext = {}): AuthorPlace[] {
  if (unit.matches(POST)) return postPlaces(unit)
  if (unit.matches(`${CHAT_HEADER},${CHAT_ITEM}`)) return chatPlaces(unit, context)
  return accountPlaces(unit, context)
}
