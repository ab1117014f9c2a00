import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { record as Record } from '../../src/store/journal'
import type { Store } from '../../src/store/open-store'

/** An empty database, and the journal that writes into it. The modules are loaded anew: the one connection is theirs. */
export async function freshStore(): Promise<{ readonly store: Store; readonly record: typeof Record }> {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  const store = await (await import('../../src/store/open-store')).openStore()
  const { record } = await import('../../src/store/journal')
  return { store, record }
}
