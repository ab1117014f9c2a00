import { eachPlace, restsIn } from '../../src/store/place-lists'
import type { Store } from '../../src/store/open-store'
import { NEXT_PLACE } from '../../src/store/write-lists'

/** The whole index by what it says, whatever places people have in it: everybody's words, and who is on which list. */
export async function indexOf(store: Store) {
  const [search, keys, lists] = await Promise.all([store.getAll('search'), store.getAllKeys('terms'), store.getAll('terms')])
  const ids = new Map(search.map(({ place, id }) => [place, id]))
  const listed = new Map<string, string[]>()
  for (const [at, key] of keys.entries()) {
    if (key === NEXT_PLACE) continue
    const term = key.slice(0, key.indexOf('\0'))
    const tell = (rest: string) => (place: number) => void listed.set(`${term}|${rest}`, [...(listed.get(`${term}|${rest}`) ?? []), ids.get(place) ?? `nobody at ${place}`].sort())
    for (const [rest, places] of restsIn(lists[at] ?? '')) eachPlace(`${lists[at]?.charAt(0)}${places}`, '', tell(rest))
  }
  return { words: search.map(({ place: _place, ...row }) => row), listed: Object.fromEntries(listed) }
}
