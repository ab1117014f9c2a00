import browser from 'webextension-polyfill'
import type { Store } from '../../store/open-store'
import type { Survival } from './backup-messages'

const KEY = 'canary'

/**
 * Whether the database was cleared under us. Our clock stands in the database since the first change; its echo stands in the settings' storage, which
 * "clear site data" leaves alone. An echo without its clock means that something was there, also when something new was begun since.
 */
export async function survival(store: Store): Promise<Survival> {
  const [clock, { [KEY]: echo }] = await Promise.all([store.get('clock', 'own'), browser.storage.local.get(KEY)])
  if (typeof echo === 'string') return echo === clock?.origin ? 'kept' : 'wiped'
  if (!clock) return 'new'
  await browser.storage.local.set({ [KEY]: clock.origin })
  return 'kept'
}

/** The user restored what was there, or goes on without it: nothing is missing any more. */
export async function acceptLoss(store: Store): Promise<void> {
  await browser.storage.local.remove(KEY)
  await survival(store)
}
