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

describe('what can be read of a journal', () => {
  it('is every change of a row that holds several, without those that are damaged', async () => {
    const change = (count: number, text: unknown) => ({ kind: 'note/added', person: 'p', note: `n${count}`, text, stamp: `0mlzvuf5s-000${count}-a`, at: 1, by: '' })
    const [first, damaged, last] = [change(0, 'One'), change(1, 7), change(2, 'Three')]
    const database = await openDB(DATABASE, 1, {
      upgrade: (fresh) => {
        const journal = fresh.createObjectStore('journal', { keyPath: 'stamp' })
        void journal.put({ stamp: first.stamp, person: 'p', change: first, also: [damaged, last] })
        void journal.put({ stamp: 'x', person: 'p', change: damaged, also: 'nothing' })
      },
    })
    database.close()
    const { file, counts } = await saveReadable(() => undefined, new AbortController().signal)
    expect(counts.journal).toBe(2)
    const saved = JSON.parse(await file.text()) as { readonly chunks: readonly { readonly table: string; readonly rows: readonly unknown[] }[] }
    expect(saved.chunks.find(({ table }) => table === 'journal')?.rows).toEqual([first, last])
    await deleteDB(DATABASE)
  })
})
