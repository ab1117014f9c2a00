import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { lookThrough, saveReadable } from '../../src/backup/look-through'
import { DATABASE } from '../../src/store/schema'

vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { get: () => Promise.resolve({}) } }, runtime: { getManifest: () => ({ version: '1' }) } } }))

describe('a look at every row that is cancelled', () => {
  it.each([['looking', lookThrough], ['saving', saveReadable]] as const)('while %s leaves nothing open: the database can be made anew at once', async (_name, run) => {
    const database = await openDB(DATABASE, 1, { upgrade: (fresh) => void fresh.createObjectStore('journal').put({ change: {} }, 'one') })
    database.close()
    await expect(run(() => undefined, AbortSignal.abort())).rejects.toThrow('aborted')
    const blocked = vi.fn()
    await deleteDB(DATABASE, { blocked })
    expect(blocked).not.toHaveBeenCalled()
  })
})
