import type { AuthorPlace, PageContext } from './author-place'
import { accountPlaces } from './account-places'
import { chatPlaces } from './chat-places'
import { postPlaces } from './post-places'
import { isUnit, unitsIn } from './units'
import { CHAT_HEADER, CHAT_ITEM, POST } from './x-selectors'

export type { AuthorPlace, PageContext, Surface } from './author-place'

/** Every place for a badge in a subtree, its root included. Reads the tree only: no layout, no styles. */
export function findAuthors(root: Element, context: PageContext = {}): AuthorPlace[] {
  const places = isUnit(root) ? placesOf(root, context) : []
  for (const unit of unitsIn(root)) places.push(...placesOf(unit, context))
  return places
}

/** The places of one unit alone. */
export function placesOf(unit: Element, context: PageContext = {}): AuthorPlace[] {
  if (unit.matches(POST)) return postPlaces(unit)
  if (unit.matches(`${CHAT_HEADER},${CHAT_ITEM}`)) return chatPlaces(unit, context)
  return accountPlaces(unit, context)
}
