import type { ContactId, CrmContact } from '../../../src/domain/crm'
import { type HandleKey, keyOf, toHandle } from '../../../src/domain/handle'
import { followChanges } from '../../../src/features/crm/refresh-worker'
import { makeAdapter } from '../../../src/remote/make-adapter'
import { openCrmCache } from '../../../src/store/crm-cache'
import { DEFAULT_OPTIONS } from '../../practice/options'
import { person } from '../../practice/people'
import { storedPerson } from '../stored-people'

const fields = { handle: 'twitterhandle', id: '', owner: '', tags: '', lifecycle: '', vip: '' }

/** What a whole sync cost: time, people kept, and how much the heap grew between its first tenth and its end (MB; 0 where the browser does not tell). */
export interface Synced {
  readonly ms: number
  readonly people: number
  readonly grownMb: number
}

/** Reads everything that changed since ever from a HubSpot on this machine; the pace, which is only waiting, is left out. */
export async function syncCrm(port: number, pages: number): Promise<Synced> {
  const cache = await openCrmCache()
  const time = { now: () => Date.now(), wait: () => Promise.resolve() }
  const adapter = makeAdapter({ kind: 'hubspot', url: `http://127.0.0.1:${port}`, user: '', place: '', fields, writes: 'never', since: 0 }, 'token', { time })
  const start = performance.now()
  let early = 0
  for (let page = 1, more = true; more; page += 1) {
    ;({ more } = await followChanges(cache, adapter, Date.now))
    if (page === Math.ceil(pages / 10)) early = heapNow()
  }
  const ms = performance.now() - start
  return { ms, people: await cache.count('people'), grownMb: early === 0 ? 0 : (heapNow() - early) / 1_000_000 }
}

/** Copies of so many of the stored people, as fresh as can be, and a connection that they belong to. */
export async function keepCopies(people: number): Promise<void> {
  const cache = await openCrmCache()
  const now = Date.now()
  const transaction = cache.transaction('people', 'readwrite')
  for (let n = 0; n < people; n += 1) {
    const handle = toHandle(person(DEFAULT_OPTIONS, storedPerson(n)).handle)
    if (handle) void transaction.store.put({ key: keyOf(handle), contacts: [contactOf(keyOf(handle), n)], ids: [String(n) as ContactId], at: now, entries: [], entriesAt: now })
  }
  await transaction.done
  await chrome.storage.local.set({ crm: { kind: 'hubspot', url: 'https://crm.example.org', user: '', place: '', fields, writes: 'never', since: now } })
}

function contactOf(handle: HandleKey, n: number): CrmContact {
  return { id: String(n) as ContactId, handle, name: `Person ${n}`, email: `${handle}@example.org`, owner: '', tags: ['gold'], lifecycle: 'customer', vip: n % 50 === 0, url: undefined }
}

/** The heap in bytes; 0 where the browser does not tell. */
function heapNow(): number {
  return (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0
}
