import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stamp } from '../../src/domain/clock'
import type { Facts } from '../../src/domain/facts'
import { MOST_MOMENTS, withMoment } from '../../src/domain/followers-seen'
import type { Handle, XId } from '../../src/domain/handle'
import { INFLUENCE_CONSTANTS } from '../../src/domain/influence'
import { constantsWith, sealed } from '../../src/domain/influence-weights'
import { judgeFacts } from '../../src/domain/judge-facts'
import { replacedBy, toOwnNumbers } from '../../src/domain/own-numbers'
import { LONGEST_FACTS, packFacts, storedFactsIn, storeFacts } from '../../src/domain/stored-facts'

const DAY = 86_400_000
const facts = (given: Partial<Facts> = {}): Facts => ({
  handle: 'ada' as Handle, xId: '11' as XId, name: 'Ada', followers: 8000, following: 600, listed: 300, posts: 12_000, createdAt: 5,
  source: 'state', seenAt: 400 * DAY, verified: 'paid', reactions: { posts: 10, reposts: 60, likes: 350, seenAt: 400 * DAY }, ...given,
})
const store = (...seen: readonly Facts[]) => seen.reduce<ReturnType<typeof storeFacts> | undefined>((held, one) => storeFacts(held, judgeFacts(one, undefined, one.seenAt)), undefined)!
const field = (value: string | number) => [value, 'stamp' as Stamp] as const

describe('facts that are kept', () => {
  it('come back whole, with their score, its version, and followers over time', () => {
    const kept = store(facts(), facts({ followers: 9000, seenAt: 401 * DAY }))
    const text = packFacts(kept)
    expect(text.length).toBeLessThan(1000)
    expect(storedFactsIn({ facts: field(text), score: field(kept.score!) })).toEqual(kept)
    expect(kept.version).toBe('2026-11')
    expect(kept.moments.map(({ followers, perPost }) => [followers, perPost])).toEqual([[8000, 6.5], [9000, 6.5]])
  })

  it('stay within what is read, however long somebody is known', () => {
    const all = Array.from({ length: 200 }, (_, day) => facts({ followers: 1e10 - day, seenAt: (1000 + day) * DAY, name: '漢'.repeat(100) }))
    const kept = store(...all)
    expect(kept.moments).toHaveLength(MOST_MOMENTS)
    expect(packFacts(kept).length).toBeLessThan(LONGEST_FACTS)
  })

  it('hold one moment a day', () => {
    const moments = withMoment(withMoment([], facts({ seenAt: 10 * DAY })), facts({ followers: 1, seenAt: 10 * DAY + 5 }))
    expect(moments.map(({ followers }) => followers)).toEqual([1])
  })

  it('begin anew when another account has the handle', () => {
    expect(store(facts(), facts({ xId: '22' as XId, followers: 5, seenAt: 402 * DAY })).moments.map(({ followers }) => followers)).toEqual([5])
  })

  it('are read out of anything without harm', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void storedFactsIn({ facts: field(text), score: field(7) })))
    for (const text of ['', '{', 'null', '[]', '{"facts":{"handle":"<b>"}}']) expect(storedFactsIn({ facts: field(text) })).toBeUndefined()
  })
})

describe('numbers of one’s own', () => {
  it('are told apart by their version; the fitted ones keep theirs', () => {
    expect(sealed({ weights: {} })).toEqual({ weights: {} })
    expect(sealed({ weights: { lists: INFLUENCE_CONSTANTS.lists } })).toEqual({ weights: {} })
    const [one, other] = [constantsWith({ weights: { lists: 0.5 } }).version, constantsWith({ weights: { lists: 0.6 } }).version]
    expect(one).toMatch(/^2026-11\+[0-9a-z]{6}$/)
    expect(other).not.toBe(one)
    expect(constantsWith({ weights: { lists: 0.5 } }).version).toBe(one)
  })

  it('say all that the page needs once they are sealed and read back', () => {
    const kept = toOwnNumbers(JSON.parse(JSON.stringify(sealed({ weights: { lists: 0.5 }, centring: { listFactor: 7, engagementOffset: 0.1, at: 9 } }))))
    expect({ ...INFLUENCE_CONSTANTS, ...replacedBy(kept) }).toEqual(constantsWith(kept))
    expect(replacedBy({ weights: {} })).toBeUndefined()
  })

  it('leave the median of those who post about a brand where it is', () => {
    const median = facts({ followers: 327, following: undefined, listed: undefined, posts: undefined, reactions: undefined })
    const usual = judgeFacts(median, undefined, 0).score!
    for (const weights of [{ lists: 0 }, { lists: 2, activity: 0 }, { reachBelowThousand: 1.4 }]) {
      expect(judgeFacts(median, constantsWith({ weights }), 0).score).toBeCloseTo(usual, 0)
    }
  })

  it('make another score of the same facts', () => {
    expect(judgeFacts(facts(), constantsWith({ weights: { lists: 0 } }), 400 * DAY).score).toBeLessThan(judgeFacts(facts(), undefined, 400 * DAY).score!)
  })

  it('are whole whatever is held', () => {
    expect(toOwnNumbers({ weights: { lists: -1, activity: 99, engagement: '1', followBack: 0.2, x: 1 }, centring: { listFactor: 0 } })).toEqual({ weights: { followBack: 0.2 } })
    fc.assert(fc.property(fc.anything(), (value) => void constantsWith(toOwnNumbers(value))))
  })
})
