import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACK_OFF, Later, persevere, type Refusal, resetAt, retryAfter, waitAfter } from '../../src/remote/back-off'
import { fakeTime } from './fake-time'

const NOW = 1_700_000_000_000
const chances = fc.double({ min: 0, max: 0.999, noNaN: true })
const tries = fc.integer({ min: 1, max: 40 })

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

function trying(time = fakeTime(NOW)) {
  return { time, chance: () => 0.5, refusalOf: (error: unknown) => (error instanceof Refused ? error.refusal : undefined) }
}

function failing(times: number, refusal: Refusal) {
  let calls = 0
  return { calls: () => calls, call: () => ((calls += 1) <= times ? Promise.reject(new Refused(refusal)) : Promise.resolve('answer')) }
}

describe('waiting after a refusal', () => {
  it('doubles, within half and all of it, and never passes the longest', () => {
    fc.assert(fc.property(tries, chances, (nth, chance) => {
      const doubled = Math.min(BACK_OFF.longest, BACK_OFF.first * 2 ** (nth - 1))
      const wait = waitAfter({ status: 503 }, nth, BACK_OFF, NOW, chance)
      expect(wait).toBeGreaterThanOrEqual(Math.floor(doubled / 2))
      expect(wait).toBeLessThanOrEqual(doubled)
    }))
  })

  it('never asks before the moment that the server named', () => {
    fc.assert(fc.property(tries, chances, fc.integer({ min: -1e6, max: 1e7 }), (nth, chance, ahead) => {
      expect(NOW + waitAfter({ status: 429, notBefore: NOW + ahead }, nth, BACK_OFF, NOW, chance)).toBeGreaterThanOrEqual(NOW + Math.max(0, ahead))
    }))
  })

  it('reads Retry-After as seconds or as a date, and nothing else', () => {
    expect(retryAfter('120', NOW)).toBe(NOW + 120_000)
    expect(retryAfter('Tue, 14 Nov 2023 22:14:20 GMT', NOW)).toBe(NOW + 60_000)
    expect(retryAfter('Tue, 14 Nov 2022 22:14:20 GMT', NOW)).toBe(NOW)
    for (const nonsense of ['', null, undefined, '-5', '1e9', 'soon', '99999999999999']) expect(retryAfter(nonsense, NOW)).toBeUndefined()
  })

  it('takes a wrong clock of ours out of the moment at which a limit is reset', () => {
    expect(resetAt('1700000060', undefined, NOW)).toBe(NOW + 60_000)
    // Ours is an hour late.
    expect(resetAt('1700003660', 'Tue, 14 Nov 2023 23:13:20 GMT', NOW)).toBe(NOW + 60_000)
    for (const nonsense of [null, '', '12', 'x']) expect(resetAt(nonsense, undefined, NOW)).toBeUndefined()
  })
})

describe('persevering', () => {
  it('asks again after what passes, with longer and longer waits', async () => {
    const time = fakeTime(NOW)
    const { call, calls } = failing(3, { status: 503 })
    await expect(persevere(call, trying(time))).resolves.toBe('answer')
    expect(calls()).toBe(4)
    expect(time.waits).toEqual([750, 1500, 3000])
  })

  it('asks once where asking again mends nothing', async () => {
    for (const status of [400, 401, 403, 404, 422]) {
      const { call, calls } = failing(9, { status })
      await expect(persevere(call, trying())).rejects.toThrow('refused')
      expect(calls()).toBe(1)
    }
  })

  it('gives up after its tries', async () => {
    const { call, calls } = failing(99, {})
    await expect(persevere(call, trying())).rejects.toThrow('refused')
    expect(calls()).toBe(BACK_OFF.tries)
  })

  it('does not wait awake for what takes longer than a worker lives', async () => {
    const { call, calls } = failing(1, { status: 429, notBefore: NOW + 600_000 })
    const later = await persevere(call, trying()).catch((error: unknown) => error)
    expect(later).toBeInstanceOf(Later)
    expect((later as Later).until).toBeGreaterThanOrEqual(NOW + 600_000)
    expect(calls()).toBe(1)
  })

  it('stops by its signal', async () => {
    const { call, calls } = failing(9, {})
    await expect(persevere(call, { ...trying(), signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow()
    expect(calls()).toBe(1)
  })
})
