import { beforeEach, expect, it, vi } from 'vitest'
import type { Store } from '../../../src/store/open-store'

const held: Record<string, unknown> = {}
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: (key: string) => Promise.resolve(key in held ? { [key]: held[key] } : {}),
        set: (values: object) => Promise.resolve(void Object.assign(held, values)),
        remove: (key: string) => Promise.resolve(void delete held[key]),
      },
    },
  },
}))
const { acceptLoss, survival } = await import('../../../src/features/backup/canary-worker')
const storeWith = (origin?: string) => ({ get: () => Promise.resolve(origin && { ms: 1, count: 0, origin }) }) as unknown as Store

beforeEach(() => void delete held['canary'])

it('tells a new database from a kept one and from one that was cleared', async () => {
  expect(await survival(storeWith())).toBe('new')
  expect(await survival(storeWith('aa'))).toBe('kept')
  expect(await survival(storeWith('aa'))).toBe('kept')
  expect(await survival(storeWith())).toBe('wiped')
})

it('still tells after something new was begun, until the loss is accepted', async () => {
  await survival(storeWith('aa'))
  expect(await survival(storeWith('bb'))).toBe('wiped')
  await acceptLoss(storeWith('bb'))
  expect(await survival(storeWith('bb'))).toBe('kept')
  await acceptLoss(storeWith())
  expect(await survival(storeWith())).toBe('new')
})
