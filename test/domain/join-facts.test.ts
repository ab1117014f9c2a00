import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FACT_NAMES, FACTS_SOURCES, type Facts } from '../../src/domain/facts'
import type { Handle, XId } from '../../src/domain/handle'
import { isRounded, joinFacts, originOf } from '../../src/domain/join-facts'

const facts = (given: Partial<Facts>): Facts => ({
  handle: 'ada' as Handle, xId: undefined, name: undefined, followers: undefined, following: undefined, listed: undefined, posts: undefined,
  createdAt: undefined, source: 'state', seenAt: 1, ...given,
})

describe('facts from several places', () => {
  it('never lose an exact number to a rounded one, and say of each where it comes from', () => {
    const held = facts({ followers: 12_345, listed: 9, seenAt: 10 })
    const joined = joinFacts(held, facts({ source: 'shown', followers: 12_300, following: 310, seenAt: 20 }))
    expect(joined).toMatchObject({ followers: 12_345, listed: 9, following: 310 })
    expect(originOf(joined, 'followers')).toMatchObject({ source: 'state', seenAt: 10 })
    expect(originOf(joined, 'following')).toMatchObject({ source: 'shown', seenAt: 20 })
    expect(isRounded(joined, 'followers')).toBe(false)
  })

  it('take an exact number for a rounded one, and a later exact one for an earlier', () => {
    const rounded = facts({ source: 'shown', followers: 12_300, seenAt: 20 })
    expect(isRounded(rounded, 'followers')).toBe(true)
    expect(joinFacts(rounded, facts({ followers: 12_345, seenAt: 10 })).followers).toBe(12_345)
    expect(joinFacts(facts({ followers: 12_345, seenAt: 10 }), facts({ source: 'profile', followers: 12_400, seenAt: 11 })).followers).toBe(12_400)
  })

  it('count what X shows below ten thousand as exact', () => {
    expect(isRounded(facts({ source: 'shown', followers: 9_999 }), 'followers')).toBe(false)
    expect(joinFacts(facts({ followers: 8_000, seenAt: 1 }), facts({ source: 'shown', followers: 8_100, seenAt: 2 })).followers).toBe(8_100)
  })

  it('keep that somebody lets their followers alone read them, until that is said to be over', () => {
    const hidden = joinFacts(facts({ isProtected: true, seenAt: 1 }), facts({ source: 'shown', seenAt: 2 }))
    expect([hidden, joinFacts(hidden, facts({ isProtected: false, seenAt: 3 }))].map(({ isProtected }) => isProtected)).toEqual([true, false])
  })

  it('keep two accounts apart that had one handle', () => {
    const [one, other] = [facts({ xId: '11' as XId, followers: 5, seenAt: 1 }), facts({ xId: '22' as XId, listed: 7, seenAt: 2 })]
    expect(joinFacts(one, other)).toEqual(other)
    expect(joinFacts(other, one)).toEqual(other)
  })

  it('take the reactions over more posts, until there are enough', () => {
    const seen = (posts: number, at: number) => facts({ reactions: { posts, reposts: 1, likes: 1, seenAt: at }, seenAt: at })
    expect(joinFacts(seen(8, 1), seen(3, 2)).reactions?.posts).toBe(8)
    expect(joinFacts(seen(80, 1), seen(10, 2)).reactions?.posts).toBe(10)
  })

  const count = fc.option(fc.nat({ max: 50_000 }), { nil: undefined })
  const any = fc.record({ followers: count, following: count, listed: count, posts: count, source: fc.constantFrom(...FACTS_SOURCES), seenAt: fc.nat({ max: 9 }) }).map(facts)

  it('come to the same in every order, and joined twice change nothing', () => {
    const said = (joined: Facts) => FACT_NAMES.map((name) => [joined[name], joined[name] === undefined ? undefined : isRounded(joined, name)])
    fc.assert(
      fc.property(any, any, any, (one, other, third) => {
        const [a, b, c] = [{ ...one, seenAt: 1 }, { ...other, seenAt: 2 }, { ...third, seenAt: 3 }]
        const joined = joinFacts(joinFacts(a, b), c)
        expect(said(joinFacts(joinFacts(c, a), b))).toEqual(said(joined))
        expect(said(joinFacts(a, joinFacts(b, c)))).toEqual(said(joined))
        expect(said(joinFacts(joined, b))).toEqual(said(joined))
      }),
    )
  })
})
