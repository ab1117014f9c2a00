import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inFairOrder, isOverdue } from '../../../src/features/influence/fair-queue'

const HOUR = 3_600_000
const NOW = 1000 * HOUR
const RULE = { cap: 4 * HOUR, share: 0.5 }
const waiting = (name: string, hours: number, lift: number) => ({ name, since: NOW - hours * HOUR, lift })
const order = (...items: readonly ReturnType<typeof waiting>[]) => inFairOrder(items, RULE, NOW).map(({ name }) => name)

describe('a fair queue', () => {
  it('lets influence lift, but nobody wait past the cap because of a low score', () => {
    expect(order(waiting('quiet', 1, 0), waiting('loud', 0.5, 100))).toEqual(['loud', 'quiet'])
    expect(order(waiting('quiet', 3, 0), waiting('loud', 0.5, 100))).toEqual(['quiet', 'loud'])
    expect(order(waiting('loud', 3.9, 100), waiting('overdue', 4, 0))).toEqual(['overdue', 'loud'])
  })

  it('answers whoever waits too long in the order in which they came', () => {
    expect(order(waiting('second', 5, 100), waiting('first', 6, 0))).toEqual(['first', 'second'])
  })

  it('is first come, first served without a share', () => {
    expect(inFairOrder([waiting('b', 1, 100), waiting('a', 2, 0)], { ...RULE, share: 0 }, NOW).map(({ name }) => name)).toEqual(['a', 'b'])
  })

  const anybody = fc.record({ since: fc.integer({ min: NOW - 9 * HOUR, max: NOW }), lift: fc.double({ min: -50, max: 200, noNaN: true }) })
  const anyRule = fc.record({ cap: fc.integer({ min: 1, max: 8 * HOUR }), share: fc.double({ min: -1, max: 2, noNaN: true }) })

  it('never puts anybody before whoever has waited past the cap for longer, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(anybody), anyRule, (items, rule) => {
        const ordered = inFairOrder(items, rule, NOW)
        ordered.forEach((item, at) => {
          if (!isOverdue(item, rule, NOW)) return
          for (const before of ordered.slice(0, at)) expect(isOverdue(before, rule, NOW) && before.since <= item.since).toBe(true)
        })
        expect(ordered.toSorted((a, b) => a.since - b.since).map(({ since }) => since)).toEqual(items.toSorted((a, b) => a.since - b.since).map(({ since }) => since))
      }),
    )
  })

  it('lets nobody be overtaken by whoever comes later than a cap after them, at any moment', () => {
    fc.assert(
      fc.property(anybody, anybody, anyRule, fc.nat({ max: 24 * HOUR }), (one, other, rule, passed) => {
        const late = { ...other, since: one.since + rule.cap + (other.since % HOUR) + 1 }
        expect(inFairOrder([late, one], rule, Math.max(late.since, NOW) + passed)[0]).toBe(one)
      }),
    )
  })
})
