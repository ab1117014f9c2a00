import { type Handle, type PostId, toHandle, toPostId } from '../domain/handle'

const ORIGIN = /^https:\/\/(?:[a-z]+\.)?(?:x|twitter)\.com(?=\/)/
const LONGEST_LINK = 400
/** First parts of X's own addresses, which look like handles and are none. */
const NOT_HANDLES = new Set(
  ('i home explore notifications messages search settings compose hashtag login logout signup account intent share tos privacy about ' +
    'download jobs lists bookmarks communities follower_requests connect_people personalization who_to_follow oauth').split(' '),
)

/** The path of an address on X, whole or relative; undefined for any other address. */
export function pathOf(href: string | null | undefined): string | undefined {
  if (!href || href.length > LONGEST_LINK) return undefined
  const path = href.replace(ORIGIN, '')
  return path.startsWith('/') && !path.startsWith('//') ? path.replace(/[?#].*$/s, '') : undefined
}

/** The handle that begins a path, unless the word is X's own. */
export function handleOfPart(part: string | undefined): Handle | undefined {
  return part !== undefined && !part.startsWith('@') && !NOT_HANDLES.has(part.toLowerCase()) ? toHandle(part) : undefined
}

/** Whose profile a link leads to; undefined where it leads anywhere else, were it to a page below a profile. */
export function profileOf(link: Element): Handle | undefined {
  const parts = pathOf(link.getAttribute('href'))?.split('/')
  return parts && (parts.length === 2 || (parts.length === 3 && parts[2] === '')) ? handleOfPart(parts[1]) : undefined
}

/** Which post a link leads to. */
export function postOf(link: Element): { readonly handle: Handle; readonly id: PostId } | undefined {
  const [, first, kind, number] = pathOf(link.getAttribute('href'))?.split('/') ?? []
  const handle = handleOfPart(first)
  const id = toPostId(number)
  return handle && id && kind === 'status' ? { handle, id } : undefined
}
