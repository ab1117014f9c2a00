import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { PersonId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import type { ContactId } from '../domain/crm'
import type { HandleKey } from '../domain/handle'
import type { CrmLink, CrmRow } from '../features/crm/crm-row'
import type { Delivery } from '../features/crm/delivery'

/** What is kept of a CRM: copies, links, and notes on their way. */
export interface CrmTables extends DBSchema {
  people: { key: HandleKey; value: CrmRow; indexes: { ids: ContactId } }
  links: { key: HandleKey; value: CrmLink }
  deliveries: { key: Stamp; value: Delivery; indexes: { person: PersonId } }
  /** By name: how far the journal and the CRM's changes were read, and how the connection is. */
  places: { key: string; value: unknown }
}

/** The open cache. */
export type CrmCache = IDBPDatabase<CrmTables>

/** A database of its own: no backup reads it, and when the CRM is disconnected nothing of it stays in the profile's files. */
const CACHE = 'regulars-crm'

let open: Promise<CrmCache> | undefined

/** The cache, opened once and again after the browser closed it. */
export function openCrmCache(): Promise<CrmCache> {
  const forget = (): void => void (open = undefined)
  open ??= openDB<CrmTables>(CACHE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('people', { keyPath: 'key' }).createIndex('ids', 'ids', { multiEntry: true })
      fresh.createObjectStore('links', { keyPath: 'key' })
      fresh.createObjectStore('deliveries', { keyPath: 'change' }).createIndex('person', 'person')
      fresh.createObjectStore('places')
    },
    blocking: (_now, _next, event) => {
      forget()
      ;(event.target as IDBDatabase).close()
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget()
    throw error
  })
  return open
}

/** Forgets all of it. */
export async function forgetCrmCache(): Promise<void> {
  const held = await open?.catch(() => undefined)
  open = undefined
  held?.close()
  await deleteDB(CACHE)
}

/** The rows for many handles, side by side in one read-only transaction. */
export async function readCrmRows(cache: CrmCache, keys: readonly HandleKey[]): Promise<ReadonlyMap<HandleKey, CrmRow>> {
  const people = cache.transaction('people', 'readonly', { durability: 'relaxed' }).store
  const rows = await Promise.all(keys.map((key) => people.get(key)))
  return new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : [])))
}
