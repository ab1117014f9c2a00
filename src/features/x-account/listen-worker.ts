import browser from 'webextension-polyfill'
import { problemsOf, queryOf, type SavedSearch } from '../../domain/saved-search'
import { type Heard, hearing } from './heard'
import type { Call } from './poll-worker'

/** Under which name what a search found lies in the storage of the session, which ends with the browser and is on no disk. */
export function heardKey({ id }: Pick<SavedSearch, 'id'>): string {
  return `heard ${id}`
}

/** Asks X for those searches that are on and due. */
export async function listen(searches: readonly SavedSearch[], ours: readonly string[], call: Call, every: number, now: number): Promise<void> {
  for (const search of searches.filter(({ on }) => on)) {
    if (problemsOf(search, ours).length > 0) continue
    const key = heardKey(search)
    const held = (await browser.storage.session.get(key))[key] as Heard | undefined
    if (held && Math.abs(now - held.at) < every) continue
    const { posts, accounts } = await call((api) => api.search(queryOf(search, ours), { since: held?.since }))
    await browser.storage.session.set({ [key]: hearing(held, posts, accounts, now) })
  }
}
