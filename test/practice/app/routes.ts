/** The pages of X that are played. */
export type Route =
  | { readonly page: 'home' | 'notifications' | 'explore' | 'unknown' }
  | { readonly page: 'compose' }
  | { readonly page: 'search', readonly query: string }
  | { readonly page: 'list', readonly id: string }
  | { readonly page: 'chat', readonly ids: readonly [string, string] | undefined }
  | { readonly page: 'profile', readonly handle: string }
  | { readonly page: 'people', readonly handle: string, readonly list: 'followers' | 'following' | 'verified_followers' | 'followers_you_follow' }
  | { readonly page: 'post', readonly handle: string, readonly id: string }
  | { readonly page: 'likes', readonly handle: string, readonly id: string, readonly list: string }

const PEOPLE = /^\/(\w{1,15})\/(followers|following|verified_followers|followers_you_follow)$/
const POST = /^\/(\w{1,15})\/status\/(\d+)(?:\/(likes|retweets|quotes|analytics|photo\/\d+))?$/

/** Reads an address of X. */
export function readRoute(path: string): Route {
  const url = new URL(path, 'https://x.com')
  const at = url.pathname.replace(/(.)\/$/, '$1')
  if (at === '/' || at === '/home') return { page: 'home' }
  if (at === '/notifications' || at === '/notifications/mentions') return { page: 'notifications' }
  if (at === '/explore') return { page: 'explore' }
  if (at === '/compose/post') return { page: 'compose' }
  if (at === '/search') return { page: 'search', query: url.searchParams.get('q') ?? '' }
  const list = /^\/i\/lists\/(\d+)/.exec(at)
  if (list?.[1]) return { page: 'list', id: list[1] }
  const chat = /^\/i\/chat(?:\/(\d+)-(\d+))?$/.exec(at)
  if (chat) return { page: 'chat', ids: chat[1] && chat[2] ? [chat[1], chat[2]] : undefined }
  const people = PEOPLE.exec(at)
  if (people?.[1]) return { page: 'people', handle: people[1], list: people[2] as 'followers' }
  const post = POST.exec(at)
  if (post?.[1] && post[2]) {
    const part = post[3] ?? ''
    return part === 'likes' || part === 'retweets' ? { page: 'likes', handle: post[1], id: post[2], list: part } : { page: 'post', handle: post[1], id: post[2] }
  }
  const profile = /^\/(\w{1,15})(?:\/(?:with_replies|media|likes|about))?$/.exec(at)
  return profile?.[1] ? { page: 'profile', handle: profile[1] } : { page: 'unknown' }
}
