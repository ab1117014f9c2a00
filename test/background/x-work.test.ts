import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { workNow } from '../../src/background/x-work'

const world = vi.hoisted(() => ({ runs: 0, letGo: [] as (() => void)[] }))
vi.mock('../../src/features/x-account/work-worker', () => ({
  work: () => {
    world.runs += 1
    return new Promise<void>((resolve) => world.letGo.push(resolve))
  },
}))
vi.mock('webextension-polyfill', () => ({
  default: { storage: { local: { get: () => Promise.resolve({}) } }, alarms: { get: () => Promise.resolve(undefined), clear: () => Promise.resolve(true) }, action: { setBadgeText: () => Promise.resolve() } },
}))

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true })
  world.runs = 0
  world.letGo.length = 0
})

const begun = (runs: number): Promise<void> => vi.waitFor(() => expect(world.runs).toBe(runs))

// Planted, and seen to fail: whoever asks while it is under way waits for that alone.
describe('work at X', () => {
  it('is done once more for whoever asks while it is under way, however many they are', async () => {
    const first = workNow()
    await begun(1)
    const others = [workNow(), workNow()]
    world.letGo.shift()?.()
    await begun(2)
    world.letGo.shift()?.()
    await Promise.all([first, ...others])
    expect(world.runs).toBe(2)
  })

  it('is done once for whoever asks alone', async () => {
    const only = workNow()
    await begun(1)
    world.letGo.shift()?.()
    await only
    expect(world.runs).toBe(1)
  })
})
