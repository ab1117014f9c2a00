import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import type { PersonId } from '../../src/domain/change'
import type { Handle } from '../../src/domain/handle'

vi.mock('webextension-polyfill', () => ({ default: { storage: { local: { get: () => Promise.resolve({}), set: () => Promise.resolve(), clear: () => Promise.resolve() } } } }))

const person = 'ida' as PersonId

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } })
})

async function fill() {
  const { openStore } = await import('../../src/store/open-store')
  const { record } = await import('../../src/store/journal')
  const store = await openStore()
  await record(store, { by: 'Ada', now: 1 }, () => Promise.resolve([{ kind: 'person/met', person, handle: 'IdaPlane' as Handle }]))
  return store
}

async function everything(): Promise<unknown> {
  const { openStore } = await import('../../src/store/open-store')
  const store = await openStore()
  const layout = [...store.objectStoreNames].map((name) => {
    const table = store.transaction(name).store
    return [name, table.keyPath, [...table.indexNames].map((index) => [index, table.index(index).keyPath, table.index(index).multiEntry])]
  })
  return { version: store.version, layout, rows: await Promise.all([...store.objectStoreNames].map(async (name) => [await store.getAllKeys(name), await store.getAll(name)])) }
}

const names = async (): Promise<readonly (string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name)

it('makes the same database anew: tables, indexes, rows, keys and version', async () => {
  await fill()
  const held = await everything()
  await (await import('../../src/features/privacy/erase-worker')).rewrite()
  expect(await everything()).toEqual(held)
  expect(await names()).toEqual(['regulars'])
})

it('lets whoever asks for the database meanwhile wait for the whole one', async () => {
  await fill()
  const { rewrite } = await import('../../src/features/privacy/erase-worker')
  const { openStore } = await import('../../src/store/open-store')
  const rewriting = rewrite()
  await Promise.resolve()
  const [store] = await Promise.all([new Promise((resolve) => setTimeout(resolve, 0)).then(openStore), rewriting])
  expect(await store.count('people')).toBe(1)
})

it('goes on from a whole copy when it was cut short after the old one was deleted', async () => {
  ;(await fill()).close()
  const { copyDatabase } = await import('../../src/store/copy-database')
  await copyDatabase('regulars', 'regulars-copy')
  await deleteDB('regulars')
  vi.resetModules()
  expect(JSON.stringify(await everything())).toContain('IdaPlane')
  expect(await names()).toEqual(['regulars'])
})

it('goes on from the copy when it was cut short while that was copied back', async () => {
  ;(await fill()).close()
  const { copyDatabase, UNFINISHED } = await import('../../src/store/copy-database')
  await copyDatabase('regulars', 'regulars-copy')
  await deleteDB('regulars')
  ;(await openDB('regulars', 1, { upgrade: (half) => void half.createObjectStore(UNFINISHED) })).close()
  vi.resetModules()
  expect(JSON.stringify(await everything())).toContain('IdaPlane')
  expect(await names()).toEqual(['regulars'])
})

it('keeps the old database where the copy never was whole', async () => {
  ;(await fill()).close()
  const { UNFINISHED } = await import('../../src/store/copy-database')
  ;(await openDB('regulars-copy', 1, { upgrade: (half) => void half.createObjectStore(UNFINISHED) })).close()
  vi.resetModules()
  expect(JSON.stringify(await everything())).toContain('IdaPlane')
})
