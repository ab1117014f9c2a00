import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import { finishStorage, rewriteStorage } from '../../../src/features/privacy/rewrite-storage-worker'

const SETTINGS = { settings: { colleagues: ['MiaAtAcme'] }, canary: 'aa' }
const held = new Map<string, unknown>()
const calls: string[] = []
let breaksAt: string | undefined

vi.mock('webextension-polyfill', () => {
  const call = <Value>(name: string, act: () => Value): Promise<Value> => {
    calls.push(name)
    return breaksAt === name ? Promise.reject(new Error('stopped')) : Promise.resolve(act())
  }
  return {
    default: {
      storage: {
        local: {
          get: () => call('get', () => Object.fromEntries(held)),
          set: (values: object) => call('set', () => { for (const [key, value] of Object.entries(values)) held.set(key, value) }),
          clear: () => call('clear', () => held.clear()),
        },
      },
    },
  }
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  held.clear()
  for (const [key, value] of Object.entries(SETTINGS)) held.set(key, value)
  calls.length = 0
  breaksAt = undefined
})

const databases = async (): Promise<readonly (string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name)

it('empties the storage and fills it again in one turn, with nothing lost and no copy left', async () => {
  await rewriteStorage()
  expect(Object.fromEntries(held)).toEqual(SETTINGS)
  expect(calls).toEqual(['get', 'get', 'clear', 'set'])
  expect(await databases()).toEqual([])
})

it('is put back at the next start where the browser was stopped in between; what was set since is newer', async () => {
  breaksAt = 'set'
  await expect(rewriteStorage()).rejects.toThrow('stopped')
  expect(Object.fromEntries(held)).toEqual({})
  breaksAt = undefined
  held.set('canary', 'bb')
  await finishStorage()
  expect(Object.fromEntries(held)).toEqual({ ...SETTINGS, canary: 'bb' })
  expect(await databases()).toEqual([])
})

it('is not emptied where it cannot be read, and not touched at a start without a copy', async () => {
  breaksAt = 'get'
  await expect(rewriteStorage()).rejects.toThrow('stopped')
  expect(Object.fromEntries(held)).toEqual(SETTINGS)
  breaksAt = undefined
  calls.length = 0
  await finishStorage()
  expect(calls).toEqual([])
})
