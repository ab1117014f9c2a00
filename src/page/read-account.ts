import { type Handle, keyOf, toXId, type XId } from '../domain/handle'
import type { SeenAccount } from '../domain/post'
import { avatarHandle, isSame, profileLinks, writtenHandles } from './shown-handle'
import { profileOf } from './x-links'
import { AVATAR, FOLLOW_BUTTON, OLD_CONVERSATION_AVATAR, USER_CELL } from './x-selectors'

/** The account of a row in a list: its avatar and its name must agree. */
export function readUserCell(cell: Element): SeenAccount | undefined {
  const avatar = cell.querySelector(AVATAR) ?? undefined
  const handle = avatarHandle(avatar)
  if (!handle || !isNamed(cell, avatar, handle)) return undefined
  return { handle, xId: idBeside(cell, handle) }
}

/** The account of a hover card; undefined while it loads, or while it embeds a cell that speaks for itself. */
export function readHoverCard(card: Element): SeenAccount | undefined {
  return card.querySelector(USER_CELL) ? undefined : readUserCell(card)
}

/** The account of a profile's head. The follow button stands above the name, outside of it; one's own profile has none. */
export function readProfileHeader(header: Element): SeenAccount | undefined {
  const handle = writtenHandles(header).at(-1)?.handle
  return handle && { handle, xId: idAround(header, handle) }
}

/** The first account whose avatar a notification shows, past those that X has not resolved. */
export function readNotification(row: Element): Handle | undefined {
  for (const avatar of row.querySelectorAll(AVATAR)) {
    const handle = avatarHandle(avatar)
    const link = avatar.querySelector('a[href]')
    if (handle && (link ? isSame(profileOf(link), handle) : keyOf(handle) !== 'unknown')) return handle
  }
  return undefined
}

/** The other party of a conversation in the old messages: only its avatar's link tells. */
export function readOldConversation(cell: Element): Handle | undefined {
  const links = cell.querySelectorAll(OLD_CONVERSATION_AVATAR)
  return links.length === 1 ? profileOf(links[0]!) : undefined
}

/** The other party out of the two ids that X joins by ":" in a chat item and by "-" in the address; undefined in groups and without the viewer's id. */
export function counterpartOf(pair: string | undefined, viewerId: XId | undefined): XId | undefined {
  if (!pair || !viewerId || pair.length > 50) return undefined
  const ids = pair.split(/[:-]/).map(toXId)
  if (ids.length !== 2 || !ids.includes(viewerId)) return undefined
  return ids[0] === viewerId ? ids[1] : ids[0]
}

function isNamed(block: Element, avatar: Element | undefined, handle: Handle): boolean {
  const named = profileLinks(block, avatar)[0]?.handle ?? writtenHandles(block)[0]?.handle
  return isSame(named, handle)
}

/** The id on a follow button inside the block. */
function idBeside(block: Element, handle: Handle): XId | undefined {
  for (const button of block.querySelectorAll(FOLLOW_BUTTON)) {
    if (namesOnly(handle, button)) return toXId(button.getAttribute('data-testid')?.split('-')[0])
  }
  return undefined
}

const NEAREST_ANCESTORS = 5

/** The id on a follow button near the block that names this handle: profiles also carry follow buttons of other accounts. */
function idAround(block: Element, handle: Handle): XId | undefined {
  let around = block.parentElement
  for (let level = 0; around && level < NEAREST_ANCESTORS; level++, around = around.parentElement) {
    for (const button of around.querySelectorAll(FOLLOW_BUTTON)) {
      if (namedBy(button).length > 0 && namesOnly(handle, button)) return toXId(button.getAttribute('data-testid')?.split('-')[0])
    }
  }
  return undefined
}

/** Whether a follow button's label does not name somebody else. */
function namesOnly(handle: Handle, button: Element): boolean {
  const named = namedBy(button)
  return named.length === 0 || named.includes(keyOf(handle))
}

/** Whom a label names, folded: "Follow @handle"; Arabic writes "handle@". */
function namedBy(button: Element): string[] {
  const label = button.getAttribute('aria-label')?.slice(0, 300).toLowerCase() ?? ''
  return [...label.matchAll(/@([a-z0-9_]{1,15})(?![a-z0-9_])|(?<![a-z0-9_])([a-z0-9_]{1,15})@/g)].map(([, after, before]) => after ?? before ?? '')
}
