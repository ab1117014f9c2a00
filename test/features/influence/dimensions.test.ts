import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConcerningPost } from '../../../src/domain/concern'
import { suddenGrowth } from '../../../src/features/influence/growth'
import { priorityOf, relevanceOf } from '../../../src/features/influence/relevance'

const DAY = 86_400_000
const NOW = 1000 * DAY
const mentions = (count: number, at = NOW): ConcerningPost[] => Array.from({ length: count }, () => ({ at, concern: 'mention' }))

describe('relevance to us', () => {
  it('is what its definition says: eight posts with one fresh mention about 35, with five about 90', () => {
    expect(relevanceOf(mentions(1), 8, NOW).score).toBeCloseTo(35.3, 1)
    expect(relevanceOf(mentions(5), 8, NOW).score).toBeCloseTo(90, 0)
    expect(relevanceOf([], 8, NOW).score).toBeLessThan(2)
  })

  it('halves every thirty days', () => {
    const weight = (at: number) => -2 * Math.log(1 - (relevanceOf([{ at, concern: 'mention' }], 1e9, NOW).score / 100 - 0.25 * 2e-9) / 0.75)
    expect(weight(NOW - 30 * DAY) / weight(NOW)).toBeCloseTo(0.5, 3)
  })

  it('explains itself by counts', () => {
    const { counts, days } = relevanceOf([...mentions(2), { at: NOW - 19.5 * DAY, concern: 'topic' }], 3, NOW)
    expect([counts, days]).toEqual([{ mention: 2, brandName: 0, passedOn: 0, topic: 1 }, 20])
  })

  it('is bounded, rises with every post that concerns us, and never with age', () => {
    const post = fc.record({ at: fc.integer({ min: 0, max: NOW }), concern: fc.constantFrom('mention' as const, 'brandName' as const, 'passedOn' as const, 'topic' as const) })
    fc.assert(
      fc.property(fc.array(post), post, fc.nat({ max: 50 }), (posts, more, unrelated) => {
        const seen = posts.length + 1 + unrelated
        const before = relevanceOf(posts, seen, NOW).score
        const after = relevanceOf([...posts, more], seen, NOW).score
        expect(before).toBeGreaterThanOrEqual(0)
        expect(after).toBeLessThanOrEqual(100)
        expect(after).toBeGreaterThanOrEqual(before)
        expect(relevanceOf(posts, seen, NOW + 9 * DAY).score).toBeLessThanOrEqual(before)
      }),
    )
  })
})

it('takes both parts into a priority: a loud voice that has nothing to do with us is none', () => {
  expect(priorityOf(64, 36)).toBe(48)
  expect(priorityOf(100, 0)).toBe(0)
})

describe('sudden growth', () => {
  const at = (day: number, followers: number, perPost?: number) => ({ at: day * DAY, followers, perPost })

  it('is told when followers rise by half within a week and reactions do not', () => {
    expect(suddenGrowth([at(1, 1000, 2), at(6, 1500, 2.1)])).toMatchObject({ reactions: 'unchanged', from: { followers: 1000 }, to: { followers: 1500 } })
    expect(suddenGrowth([at(1, 1000), at(6, 1600)])).toMatchObject({ reactions: 'unknown' })
  })

  it.each([
    ['nothing to compare', [at(1, 1000, 2)]],
    ['less than half', [at(1, 1000, 2), at(6, 1499, 2)]],
    ['more than a week', [at(1, 1000, 2), at(9, 1600, 2)]],
    ['reactions that rose as well', [at(1, 1000, 2), at(6, 1600, 3)]],
    ['very small accounts', [at(1, 20, 2), at(6, 60, 2)]],
    ['a fall', [at(1, 1600, 2), at(6, 1000, 2)]],
  ])('is not told of %s', (_name, moments) => expect(suddenGrowth(moments)).toBeUndefined())
})
