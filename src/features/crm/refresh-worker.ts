import type { ContactId, CrmContact } from '../../domain/crm'
import type { HandleKey } from '../../domain/handle'
import type { CrmAdapter } from '../../remote/crm-adapter'
import type { CrmCache } from '../../store/crm-cache'
import { forgetCopies } from '../../store/crm-memory'
import { shownOf } from './crm-mark'
import { afterChanges, type CrmRow, rowsOf } from './crm-row'

/** As many people as one question to a CRM may be about. */
export const MOST_AT_ONCE = 100

/** What a refresh brought: whose badges look different now, and whom the CRM does not know. */
export interface Refreshed {
  readonly changed: readonly HandleKey[]
  readonly missed: readonly HandleKey[]
}

/** Reads at most `MOST_AT_ONCE` people anew, and puts what the CRM says now in the place of what it said before: whoever is gone there is gone here. */
export async function refresh(cache: CrmCache, adapter: CrmAdapter, keys: readonly HandleKey[], now: () => number): Promise<Refreshed> {
  const contacts = await contactsFor(cache, adapter, keys)
  const entries = contacts.length > 0 ? await adapter.read([...new Set(contacts.map(({ id }) => id))]) : []
  const rows = new Map(rowsOf(contacts, entries, now()).map((row) => [row.key, row]))
  return { changed: await replaceRows(cache, keys, rows), missed: keys.filter((key) => !rows.has(key)) }
}

/** By the handle, and by the link where the user made one: that goes before whatever has the handle. */
async function contactsFor(cache: CrmCache, adapter: CrmAdapter, keys: readonly HandleKey[]): Promise<readonly CrmContact[]> {
  const links = new Map((await Promise.all(keys.map((key) => cache.get('links', key)))).flatMap((link) => (link ? [[link.key, link.contact] as const] : [])))
  const unlinked = keys.filter((key) => !links.has(key))
  const [found, linked] = await Promise.all([unlinked.length > 0 ? adapter.find(unlinked) : [], links.size > 0 ? adapter.get([...new Set(links.values())]) : []])
  const byId = new Map<ContactId, CrmContact>(linked.map((contact) => [contact.id, contact]))
  const asked = new Set(unlinked)
  return [...found.filter(({ handle }) => asked.has(handle)), ...[...links].flatMap(([handle, id]) => (byId.has(id) ? [{ ...byId.get(id)!, handle }] : []))]
}

/** Whose look changed. All of it is written in one transaction, so that a stopped worker leaves the old or the new. */
async function replaceRows(cache: CrmCache, keys: readonly HandleKey[], rows: ReadonlyMap<HandleKey, CrmRow>): Promise<readonly HandleKey[]> {
  const transaction = cache.transaction('people', 'readwrite')
  const before = await Promise.all(keys.map((key) => transaction.store.get(key)))
  forgetCopies(keys)
  const writes = keys.map(async (key, at) => {
    const row = rows.get(key)
    if (row) await transaction.store.put(row)
    else if (before[at]) await transaction.store.delete(key)
  })
  await Promise.all([...writes, transaction.done])
  return keys.filter((key, at) => shownOf(before[at]) !== shownOf(rows.get(key)))
}

/** Takes one page of what changed in the CRM; the place to go on from is written with it. */
export async function followChanges(cache: CrmCache, adapter: CrmAdapter, now: () => number): Promise<{ readonly changed: readonly HandleKey[]; readonly more: boolean }> {
  const cursor = await cache.get('places', 'changes')
  const page = await adapter.changes(typeof cursor === 'string' ? cursor : undefined)
  const transaction = cache.transaction(['people', 'places', 'links'], 'readwrite')
  const people = transaction.objectStore('people')
  const [byId, byKey, links] = await Promise.all([
    Promise.all(page.contacts.map(({ id }) => people.index('ids').getAll(id))),
    Promise.all(page.contacts.map(({ handle }) => people.get(handle))),
    transaction.objectStore('links').getAll(),
  ])
  const before = new Map([...byId.flat(), ...byKey].flatMap((row) => (row ? [[row.key, row] as const] : [])))
  const after = afterChanges(before, new Map(links.map(({ key, contact }) => [key, contact])), page.contacts, now())
  forgetCopies(after.keys())
  for (const [key, row] of after) void (row.contacts.length > 0 ? people.put(row) : people.delete(key))
  void transaction.objectStore('places').put(page.cursor, 'changes')
  await transaction.done
  return { changed: [...after].flatMap(([key, row]) => (shownOf(before.get(key)) === shownOf(row) ? [] : [key])), more: page.more }
}
