import { type Handle, keyOf, toHandle } from '../domain/handle'
import { profileOf } from './x-links'
import { AVATAR_PREFIX } from './x-selectors'

/** The handle an avatar is made for. "unknown" is X's word for not resolved, but an account may bear it: the caller's second source decides. */
export function avatarHandle(avatar: Element | null | undefined): Handle | undefined {
  return toHandle(avatar?.getAttribute('data-testid')?.slice(AVATAR_PREFIX.length))
}

/** Whether two handles are the same account's. */
export function isSame(one: Handle | undefined, other: Handle | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other)
}

/** Whether a link leads to this account's profile. As X itself writes its links, one comparison tells. */
export function leadsTo(link: Element, handle: Handle): boolean {
  return link.getAttribute('href') === `/${handle}` || isSame(profileOf(link), handle)
}

/** The links to profiles in a block, outside of an avatar. */
export function profileLinks(block: Element, avatar?: Element): { readonly link: Element; readonly handle: Handle }[] {
  const found = []
  for (const link of block.querySelectorAll('a[href]')) {
    const handle = avatar?.contains(link) ? undefined : profileOf(link)
    if (handle) found.push({ link, handle })
  }
  return found
}

/** The innermost spans that read "@handle" and nothing else. A display name may read so too; it stands before the handle. */
export function writtenHandles(block: Element): { readonly element: Element; readonly handle: Handle }[] {
  const found = []
  for (const element of block.querySelectorAll('span')) {
    const handle = element.childElementCount === 0 ? writtenHandle(element) : undefined
    if (handle) found.push({ element, handle })
  }
  return found
}

function writtenHandle(element: Element): Handle | undefined {
  const text = element.textContent ?? ''
  if (text.length > 200) return undefined
  const word = text.replace(/[\u200E\u200F\u2066-\u2069]/g, '').trim()
  return word.startsWith('@') ? toHandle(word) : undefined
}
