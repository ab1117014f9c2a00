import { type Handle, type PostId, toPostId } from '../domain/handle'
import { handleOfPart } from './x-links'

/** Which of X's pages is open. */
export type Route =
  | { readonly name: 'home' | 'notifications' | 'search' | 'list' | 'other' }
  | { readonly name: 'post'; readonly handle: Handle; readonly id: PostId }
  | { readonly name: 'profile' | 'followers'; readonly handle: Handle }
  /** `pair` is "<id>-<id>" while one chat is open. */
  | { readonly name: 'chat'; readonly pair: string | undefined }

const FOLLOWER_PAGES = new Set(['followers', 'following', 'verified_followers', 'followers_you_follow', 'creator-subscriptions'])
const PROFILE_PAGES = new Set(['with_replies', 'highlights', 'articles', 'media', 'likes', 'affiliates', 'superfollows', 'about', 'topics'])
const PLAIN_PAGES: Readonly<Record<string, 'home' | 'notifications' | 'search'>> = { home: 'home', notifications: 'notifications', search: 'search', explore: 'search' }

let last: { readonly path: string; readonly route: Route } | undefined

/** Reads the route out of an address's path alone. Asked for with every post that scrolls by, it is read once for each address. */
export function routeOf(path: string): Route {
  if (last?.path !== path) last = { path, route: readRoute(path) }
  return last.route
}

function readRoute(path: string): Route {
  const [, first = '', second, third] = path.slice(0, 400).split('/')
  if (Object.hasOwn(PLAIN_PAGES, first)) return { name: PLAIN_PAGES[first]! }
  if (first === 'messages') return { name: 'chat', pair: pairOf(second) }
  if (first === 'i') return innerRoute(second, third)
  const handle = handleOfPart(first)
  return handle ? handleRoute(handle, second, third) : { name: 'other' }
}

function innerRoute(kind: string | undefined, part: string | undefined): Route {
  if (kind === 'chat') return { name: 'chat', pair: pairOf(part) }
  return { name: kind === 'lists' ? 'list' : 'other' }
}

function handleRoute(handle: Handle, page: string | undefined, part: string | undefined): Route {
  const id = page === 'status' ? toPostId(part) : undefined
  if (id) return { name: 'post', handle, id }
  if (!page || PROFILE_PAGES.has(page)) return { name: 'profile', handle }
  return FOLLOWER_PAGES.has(page) ? { name: 'followers', handle } : { name: page === 'lists' ? 'list' : 'other' }
}

function pairOf(part: string | undefined): string | undefined {
  return part && /^\d{1,20}-\d{1,20}$/.test(part) ? part : undefined
}
