import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeRecent } from '../../../src/features/people/recent'

const LEAST = 5
const key = fc.integer({ min: 0, max: 40 })
const steps = fc.array(fc.record({ key, isRead: fc.boolean() }), { maxLength: 200 })

it('gives what was set last, and never forgets the last ones that were set or got', () => {
  fc.assert(fc.property(steps, (steps) => {
    const recent = makeRecent<number, string>(LEAST)
    const written = new Map<number, string>()
    let used: readonly number[] = []
    const use = (key: number): void => void (used = [key, ...used.filter((other) => other !== key)])
    for (const [at, { key, isRead }] of steps.entries()) {
      if (isRead) {
        const held = recent.get(key)
        expect([undefined, written.get(key)]).toContain(held)
        if (used.slice(0, LEAST).includes(key)) expect(held).toBe(written.get(key))
        if (held !== undefined) use(key)
      } else {
        recent.set(key, `at ${at}`)
        written.set(key, `at ${at}`)
        use(key)
      }
    }
  }))
})

it('never holds more than twice as many, however many were set', () => {
  for (let count = 1; count <= 60; count += 1) {
    const recent = makeRecent<number, number>(LEAST)
    for (let at = 0; at < count; at += 1) recent.set(at, at)
    const held = Array.from({ length: count }, (_, at) => count - 1 - at).filter((at) => recent.get(at) !== undefined)
    expect(held.length).toBeLessThanOrEqual(2 * LEAST)
    expect(held.length).toBeGreaterThanOrEqual(Math.min(count, LEAST))
  }
})
