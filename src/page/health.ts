import { type AuthorPlace, findAuthors, type Surface } from './find-authors'
import { routeOf } from './watch-route'
import { AVATAR, MAIN_COLUMN, NOTIFICATION, OWN_PROFILE_LINK, POST, PROFILE_FACTS, PROFILE_NAME, USER_CELL } from './x-selectors'

/** What the readers make of the page: for the light that says whether the overlay still understands X. */
export interface Health {
  readonly route: string
  readonly read: Readonly<Record<Surface, number>>
  /** The names of what should be on this page and was not found, or was found and could not be read. */
  readonly nothing: readonly string[]
}

/** Takes stock of a page that has had time to load; the caller waits, since X draws late. Walks the whole page: for the popup, not for every change. */
export function takeStock(document: Document, path: string): Health {
  const places = findAuthors(document.documentElement, { path })
  return { route: routeOf(path).name, read: countSurfaces(places), nothing: findMissing(document, path, places) }
}

function countSurfaces(places: readonly AuthorPlace[]): Record<Surface, number> {
  const read = { post: 0, repost: 0, quote: 0, account: 0, profile: 0, 'hover-card': 0, notification: 0, 'dm-header': 0, 'dm-item': 0 }
  for (const { surface } of places) read[surface]++
  return read
}

function findMissing(document: Document, path: string, places: readonly AuthorPlace[]): string[] {
  const route = routeOf(path).name
  const has = (selector: string) => document.querySelector(selector) !== null
  const reads = (surface: Surface) => places.some((place) => place.surface === surface)
  const posts = places.filter((place) => place.surface === 'post')
  const column = has(MAIN_COLUMN)
  const missing: readonly [name: string, is: boolean][] = [
    ['main column', !column && route !== 'other' && route !== 'chat'],
    ['viewer', route === 'home' && !has(OWN_PROFILE_LINK)],
    ['post', route === 'home' && column && !has(POST)],
    ['author avatar', has(POST) && !has(`${POST} ${AVATAR}`)],
    ['author', has(POST) && posts.length === 0],
    ['permalink', posts.length > 0 && posts.every(({ post }) => !post?.id)],
    ['account', has(USER_CELL) && !reads('account')],
    ['profile', route === 'profile' && (has(PROFILE_NAME) || has(`${MAIN_COLUMN} ${POST}`)) && !reads('profile')],
    ['profile facts', route === 'profile' && has(PROFILE_NAME) && !has(PROFILE_FACTS)],
    ['notification', has(NOTIFICATION) && has(`${NOTIFICATION} ${AVATAR}`) && !reads('notification')],
  ]
  return missing.filter(([, is]) => is).map(([name]) => name)
}
