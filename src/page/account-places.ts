import type { Handle } from '../domain/handle'
import type { AuthorPlace, PageContext, Surface } from './author-place'
import { lineOf } from './line-of'
import { readHoverCard, readNotification, readOldConversation, readProfileHeader, readUserCell } from './read-account'
import { isSame } from './shown-handle'
import { routeOf } from './watch-route'
import { AVATAR, HOVER_CARD, NOTIFICATION, OLD_CONVERSATION, PROFILE_NAME, USER_CELL } from './x-selectors'

/** The place in a row, head or card that shows one account; at most one. */
export function accountPlaces(unit: Element, context: PageContext): AuthorPlace[] {
  if (unit.matches(USER_CELL)) return onLine(unit, 'account', readUserCell(unit))
  if (unit.matches(HOVER_CARD)) return onLine(unit, 'hover-card', readHoverCard(unit))
  if (unit.matches(PROFILE_NAME)) return profilePlace(unit, context)
  if (unit.matches(NOTIFICATION)) return notificationPlace(unit)
  return unit.matches(OLD_CONVERSATION) ? onLine(unit, 'dm-item', { handle: readOldConversation(unit) }) : []
}

/** After "@handle", and "Follows you" where it stands: the second line of a cell, a card or an old conversation. */
function onLine(element: Element, surface: Surface, account: Partial<Pick<AuthorPlace, 'handle' | 'xId'>> | undefined): AuthorPlace[] {
  const handle = account?.handle
  const anchor = handle && lineOf(element, handle, element.querySelector(AVATAR) ?? undefined)
  return anchor ? [{ surface, element, anchor, ...account }] : []
}

/** After "@handle" under the large name. While X still shows one profile and the address already names another, nobody's. */
function profilePlace(header: Element, { path }: PageContext): AuthorPlace[] {
  const account = header.closest(HOVER_CARD) ? undefined : readProfileHeader(header)
  const route = path === undefined ? undefined : routeOf(path)
  if (route?.name === 'profile' && !isSame(route.handle, account?.handle)) return []
  return onLine(header, 'profile', account)
}

/** At the end of the strip of avatars, which is higher than a badge; in the sentence below it the badge could break the line. */
function notificationPlace(element: Element): AuthorPlace[] {
  const handle: Handle | undefined = readNotification(element)
  const anchor = handle && stripOf(element)
  return anchor ? [{ surface: 'notification', element, anchor, handle }] : []
}

/** What holds all avatars, or, around a single one, the widest box that holds nothing else, up to the list if it is one. */
function stripOf(row: Element): Element | undefined {
  const avatars = [...row.querySelectorAll(AVATAR)]
  let strip = avatars[0]?.parentElement
  while (strip && !avatars.every((avatar) => strip?.contains(avatar))) strip = strip.parentElement
  if (avatars.length === 1) while (strip?.parentElement?.childElementCount === 1 && !strip.matches('ul,[role="list"]')) strip = strip.parentElement
  return strip ?? undefined
}
