import { askFromPage } from '../contract/ask'
import type { PostId } from '../domain/handle'
import { saysGone } from '../page/says-gone'
import { routeOf } from '../page/watch-route'

/** Looks, each time it is called, whether the open post was deleted, and tells the background so once: on the second look, since X draws late. */
export function makeGoneTeller({ document, location }: Window): () => void {
  let seen: PostId | undefined
  let told: PostId | undefined
  return () => {
    const route = routeOf(location.pathname)
    const gone = route.name === 'post' && saysGone(document) ? route.id : undefined
    if (gone && gone === seen && gone !== told) void askFromPage('history/gone', (told = gone)).catch(() => undefined)
    seen = gone
  }
}
