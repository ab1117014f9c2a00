import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { accountFactsOf, ageInDays } from '../../src/domain/account-facts'
import type { Facts } from '../../src/domain/facts'
import type { Handle } from '../../src/domain/handle'
import { type AccountFacts, influence, INFLUENCE_CONSTANTS } from '../../src/domain/influence'
import { scoreOf } from '../../src/domain/influence-score'
import { ACCOUNTS } from './influence-accounts'

const RUNS = { numRuns: process.env.REGULARS_LONG ? 100_000 : 10_000 }
const SHARED = new URL('../../../shared/influence/vectors.json', import.meta.url)

const count = (max: number) => fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max }), fc.double({ min: 0, max, noNaN: true }))
const anyFacts: fc.Arbitrary<AccountFacts & { followers: number }> = fc.record(
  {
    followers: count(3e8),
    following: count(1e6),
    listed: count(1e6),
    posts: count(1e7),
    ageDays: count(8000),
    postsSeen: count(50),
    repostsSeen: count(1e6),
    likesSeen: count(1e7),
  },
  { requiredKeys: ['followers'] },
)
const scored = (facts: AccountFacts) => influence(facts)!
const logit = (score: number) => Math.log(score / (100 - score)) * INFLUENCE_CONSTANTS.scale
const widthInZ = (facts: AccountFacts) => logit(scored(facts).high) - logit(scored(facts).low)

describe('the known accounts', () => {
  test.each(ACCOUNTS)('$name', ({ facts, score, z, low, high, top, points, missing }) => {
    const found = scored(facts)
    const near = { score, z, low, high, topPercent: top }
    for (const [name, value] of Object.entries(near)) expect(found[name as keyof typeof near], name).toBeCloseTo(value, 3)
    expect(Object.values(found.points).map((value) => Number(value.toFixed(2)) + 0)).toEqual(points)
    expect(found.missing).toEqual(missing)
  })

  it.skipIf(!existsSync(SHARED))('agrees with the shared vectors, where ../shared/influence/vectors.json is at hand', () => {
    for (const { facts, out } of JSON.parse(readFileSync(SHARED, 'utf8'))) {
      const { age_days, posts_seen, reposts, likes, posts_per_day, ...same } = facts
      const found = scored({ ...same, ageDays: age_days, postsSeen: posts_seen, repostsSeen: reposts, likesSeen: likes, postsPerDay: posts_per_day })
      const { followBack, ...rest } = found.points
      const { score, z, low, high, topPercent, missing } = found
      const ours = { score, z, low, high, top: topPercent, ...rest, followback: followBack }
      const theirs = { ...out, ...out.points }
      for (const [name, value] of Object.entries(ours)) expect(Math.abs(value - theirs[name]), name).toBeLessThan(0.01)
      expect(missing).toEqual(out.missing)
    }
  })
})

describe('on any account', () => {
  it('is bounded, inside its band, and its points add up to score - 50', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, low, high, topPercent, points } = scored(facts)
        const sum = Object.values(points).reduce((total, value) => total + value, 0)
        return (
          Math.abs(scoreOf(facts)! - score) < 1e-9 && score >= 0 && score <= 100 && low <= score + 1e-9 && score <= high + 1e-9 && low >= 0 && high <= 100 &&
          topPercent >= 0 && topPercent <= 100 && Math.abs(sum - (score - 50)) < 1e-9
        )
      }),
      RUNS,
    )
  })

  test.each(['followers', 'listed', 'repostsSeen', 'likesSeen', 'posts', 'postsPerDay'] as const)('never falls when %s rise', (name) => {
    fc.assert(
      fc.property(anyFacts, count(1e7), count(1e7), (facts, less, more) => {
        const [few, many] = less < more ? [less, more] : [more, less]
        return scored({ ...facts, [name]: few }).z <= scored({ ...facts, [name]: many }).z + 1e-9
      }),
      RUNS,
    )
  })

  it('never rises when following rises', () => {
    fc.assert(
      fc.property(anyFacts, count(1e7), count(1e7), (facts, one, other) => {
        const [few, many] = one < other ? [one, other] : [other, one]
        return scored({ ...facts, following: many }).z <= scored({ ...facts, following: few }).z + 1e-9
      }),
      RUNS,
    )
  })

  it('scores every subset of facts, and removing a fact never narrows the band in z', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(6), (facts, which) => {
        const optional = ['following', 'listed', 'posts', 'ageDays', 'postsSeen', 'repostsSeen', 'likesSeen'] as const
        return widthInZ({ ...facts, [optional[which]!]: undefined }) >= widthInZ(facts) - 1e-6
      }),
      RUNS,
    )
  })

  it('bears anything that calls itself a fact', () => {
    const odd = fc.oneof(fc.constantFrom(NaN, Infinity, -Infinity, -1, -0, 1e308, 5e-324, Number.MAX_SAFE_INTEGER), fc.double())
    const names = ['following', 'listed', 'posts', 'ageDays', 'postsPerDay', 'postsSeen', 'repostsSeen', 'likesSeen'] as const
    fc.assert(
      fc.property(odd, fc.array(fc.tuple(fc.constantFrom(...names), odd)), (followers, facts) => {
        const found = influence({ followers, ...Object.fromEntries(facts) })
        return found === undefined ? !(followers >= 0 && followers < Infinity) : Object.values(found).flat().every((value) => !Number.isNaN(value))
      }),
      RUNS,
    )
  })
})

describe('missing facts', () => {
  it('gives nothing without followers', () => {
    expect(influence({ following: 3, listed: 4 })).toBeUndefined()
    expect(influence({ followers: NaN })).toBeUndefined()
    expect(influence({ followers: -1 })).toBeUndefined()
  })

  it('names what is missing in a fixed order', () => {
    expect(scored({ followers: 10, posts: 5 }).missing).toEqual(['listed', 'engagement', 'posts', 'following'])
    expect(scored({ followers: 10, postsPerDay: 5 }).missing).toEqual(['listed', 'engagement', 'following'])
    expect(scored({ followers: 10, postsSeen: 0, likesSeen: 0 }).missing).toContain('engagement')
  })

  it('uses reposts alone, or likes alone, where only one is visible', () => {
    const both = scored({ followers: 5000, postsSeen: 4, repostsSeen: 8, likesSeen: 40 })
    expect(scored({ followers: 5000, postsSeen: 4, repostsSeen: 8 }).z).toBeCloseTo(both.z, 12)
    expect(scored({ followers: 5000, postsSeen: 4, likesSeen: 40 }).z).toBeCloseTo(both.z, 12)
  })
})

describe('constants', () => {
  it('may be re-fitted one by one', () => {
    const facts = { followers: 2000, listed: 10 }
    expect(influence(facts, { listFactor: 20 })!.z).toBeGreaterThan(scored(facts).z)
    expect(influence(facts, {})).toEqual(influence(facts))
  })

  it('moves the reactions by the local offset', () => {
    const facts = { followers: 2000, postsSeen: 5, likesSeen: 30 }
    expect(influence(facts, { engagementOffset: 0.2 })!.z - scored(facts).z).toBeCloseTo(0.2 * INFLUENCE_CONSTANTS.engagement, 6)
  })
})

describe('facts of an account', () => {
  const facts: Facts = {
    handle: 'ada' as Handle, xId: undefined, name: undefined, followers: 327, following: 12, listed: undefined, posts: 40,
    createdAt: 1_000_000_000_000, source: 'state', seenAt: 1,
  }
  it('become what the score reads', () => {
    expect(accountFactsOf(facts, 1_000_864_000_000)).toEqual({ followers: 327, following: 12, listed: undefined, posts: 40, ageDays: 10 })
    expect(accountFactsOf({ ...facts, createdAt: undefined }, 5).ageDays).toBeUndefined()
  })
  it('count an age of at least an hour, also where the clock runs behind', () => {
    expect(ageInDays(2000, 1000)).toBeCloseTo(1 / 24, 12)
  })
})
