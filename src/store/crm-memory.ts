import type { HandleKey } from '../domain/handle'
import type { CrmRow } from '../features/crm/crm-row'
import type { CrmCache } from './crm-tables'

/** What a look-up needs of a copy: without its notes and tickets, which may be long. */
export type CrmCopy = Pick<CrmRow, 'key' | 'contacts' | 'at' | 'entriesAt'>

/** So many handles are remembered in one life of the background, at some 400 bytes each. */
const MOST = 10_000

/** By handle; `undefined` where nothing is kept. The same authors come by again and again, and a reading of twenty costs a third of a look-up. */
const held = new Map<HandleKey, CrmCopy | undefined>()

/** The copies for many handles; whatever is not remembered is read side by side in one read-only transaction. */
export async function readCopies(cache: CrmCache, keys: readonly HandleKey[]): Promise<ReadonlyMap<HandleKey, CrmCopy | undefined>> {
  const copies = new Map(keys.map((key) => [key, held.get(key)] as const))
  const unknown = keys.filter((key) => !held.has(key))
  if (unknown.length > 0) {
    const rows = await readCrmRows(cache, unknown)
    for (const [nth, key] of unknown.entries()) copies.set(key, remember(key, rows[nth]))
  }
  return copies
}

function remember(key: HandleKey, row: CrmRow | undefined): CrmCopy | undefined {
  const [oldest] = held.size >= MOST ? held.keys() : []
  if (oldest !== undefined) held.delete(oldest)
  const copy = row && { key, contacts: row.contacts, at: row.at, entriesAt: row.entriesAt }
  held.set(key, copy)
  return copy
}

/**
 * Copies changed. To be called within the transaction that writes them, after its first answer and before it ends: whoever read what was there
 * before has remembered it by then, and whoever reads from now on waits for what is being written.
 */
export function forgetCopies(keys: Iterable<HandleKey>): void {
  for (const key of keys) held.delete(key)
}

/** Nothing is kept any more. */
export function forgetAllCopies(): void {
  held.clear()
}

/** The rows of many handles in their order, side by side in one read-only transaction; undefined where there is none. */
export function readCrmRows(cache: CrmCache, keys: readonly HandleKey[]): Promise<readonly (CrmRow | undefined)[]> {
  const people = cache.transaction('people', 'readonly', { durability: 'relaxed' }).store
  return Promise.all(keys.map((key) => people.get(key)))
}
