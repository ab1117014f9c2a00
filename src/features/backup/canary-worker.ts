import browser from 'webextension-polyfill'
import type { Store } from '../../store/open-store'
import type { Survival } from './backup-messages'

const KEY = 'canary'

/**
 * Whether the database was cleared under us. Our clock stands in the database since the first change; its echo stands in the settings' storage, which
 * "clear site data" leaves alone. An echo without a clock means that something was there.
 */
export async function survival(store: Store): Promise<Survival> {
  const [clock, { [KEY]: echo }] = await Promise.all([store.get('clock', 'own'), browser.storage.local.get(KEY)])
  if (clock && echo !== clock.origin) await browser.storage.local.set({ [KEY]: clock.origin })
  if (clock) return 'kept'
  return typeof echo === 'string' ? 'wiped' : 'new'
}

/** The user goes on without what was there: nothing is missing any more. */
export async function acceptLoss(): Promise<void> {
  await browser.storage.local.remove(KEY)
}
