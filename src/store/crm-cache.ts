import { deleteDB, openDB } from 'idb'
import { forgetAllCopies } from './crm-memory'
import type { CrmCache, CrmTables } from './crm-tables'
import { finishRewriting, isCopyWhole, rewriteDatabase } from './rewrite-database'

export type { CrmCache } from './crm-tables'

/** A database of its own: no backup reads it, and when the CRM is disconnected nothing of it stays in the profile's files. */
const CACHE = 'regulars-crm'
/** The second is as the first: a database at 1 may be one that is being filled. */
const VERSION = 2

let open: Promise<CrmCache> | undefined

/** The cache, opened once and again after the browser closed it. */
export function openCrmCache(): Promise<CrmCache> {
  open ??= openCache().catch((error: unknown) => {
    forget()
    throw error
  })
  return open
}

/** Makes the cache anew, so that its files keep nothing of what was deleted in it; who asks for it meanwhile waits. */
export async function rewriteCrmCache(): Promise<void> {
  const held = await openCrmCache()
  held.close()
  const working = rewriteDatabase(CACHE)
  open = working.catch(() => undefined).then(openCache)
  await working
}

/** Forgets all of it. */
export async function forgetCrmCache(): Promise<void> {
  const held = await open?.catch(() => undefined)
  open = undefined
  held?.close()
  await deleteDB(CACHE)
  forgetAllCopies()
}

/** Where a rewriting was cut short, it is gone on with first: notes on their way are in there. */
async function openCache(): Promise<CrmCache> {
  if (await isCopyWhole(CACHE)) await finishRewriting(CACHE)
  return openDB<CrmTables>(CACHE, VERSION, {
    upgrade: (fresh, from) => {
      if (from > 0) return
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
  })
}

function forget(): void {
  open = undefined
  forgetAllCopies()
}
