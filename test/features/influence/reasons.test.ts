import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { influence } from '../../../src/domain/influence'
import { reasonsOf, topPercent } from '../../../src/features/influence/reasons'

const RUNS = { numRuns: process.env.REGULARS_LONG ? 100_000 : 10_000 }
const anyFacts = fc.record({ followers: fc.nat({ max: 3e8 }), following: fc.nat({ max: 1e5 }), listed: fc.nat({ max: 1e5 }), posts: fc.nat({ max: 1e6 }), ageDays: fc.integer({ min: 1, max: 8000 }), postsSeen: fc.nat({ max: 40 }), repostsSeen: fc.nat({ max: 1e5 }), likesSeen: fc.nat({ max: 1e6 }) }, { requiredKeys: ['followers'] })

describe('the reasons of a score', () => {
  it('are whole, in a fixed order, and give the points that rounding leaves to whoever lost most', () => {
    const points = { reach: 43.2, unsupported: 0, lists: -9.8, engagement: -0.2, activity: 4.9, followBack: -12.1 }
    expect(reasonsOf({ score: 76, points })).toEqual([
      { name: 'reach', points: 43 },
      { name: 'unsupported', points: 0 },
      { name: 'lists', points: -10 },
      { name: 'engagement', points: 0 },
      { name: 'activity', points: 5 },
      { name: 'followBack', points: -12 },
    ])
  })

  it('add up to the score that is shown, are within a point of the truth, and never change their sign', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = influence(facts)!
        const reasons = reasonsOf(found)
        expect(reasons.reduce((sum, { points }) => sum + points, 50)).toBe(Math.round(found.score))
        for (const { name, points } of reasons) {
          expect(Math.abs(points - found.points[name])).toBeLessThanOrEqual(1)
          expect(points * found.points[name]).toBeGreaterThanOrEqual(0)
        }
      }),
      RUNS,
    )
  })
})

describe('the share above', () => {
  it.each([[9.4, 9], [81.2, 81], [1, 1], [0.44, 0.4], [0.001, 0.1]])('says %f %% as %f', (exact, said) => expect(topPercent(exact)).toBe(said))
})
