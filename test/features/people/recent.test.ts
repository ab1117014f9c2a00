import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeRecent } from '../../../src/features/people/recent'

const MOST = 10
const key = fc.integer({ min: 0, max: 40 })

it('gives what was set last, and never forgets what was among the last half of the most', () => {
  fc.assert(fc.property(fc.array(fc.record({ key, isRead: fc.boolean() }), { maxLength: 200 }), (steps) => {
    const recent = makeRecent<number, string>(MOST)
    const written = new Map<number, string>()
    let used: readonly number[] = []
    for (const [at, { key, isRead }] of steps.entries()) {
      const held = recent.get(key)
      expect([undefined, written.get(key)]).toContain(held)
      if (used.slice(0, MOST / 2 - 1).includes(key)) expect(held).toBe(written.get(key))
      if (!isRead) {
        recent.set(key, `at ${at}`)
        written.set(key, `at ${at}`)
      }
      if (!isRead || held !== undefined) used = [key, ...used.filter((other) => other !== key)]
    }
  }))
})

it('holds no more than the most', () => {
  const recent = makeRecent<number, number>(MOST)
  for (let at = 0; at < 1_000; at += 1) recent.set(at, at)
  const held = Array.from({ length: 1_000 }, (_, at) => at).filter((at) => recent.get(at) !== undefined)
  expect(held.length).toBeLessThanOrEqual(MOST)
  expect(held.at(-1)).toBe(999)
})
