import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { Facts } from '../../../src/domain/facts'
import type { Handle } from '../../../src/domain/handle'
import { INFLUENCE_CONSTANTS } from '../../../src/domain/influence'
import { readTable } from '../../../src/domain/influence-curves'
import { TIER_LIMITS } from '../../../src/domain/tiers'
import { centreOn, ENOUGH_ACCOUNTS } from '../../../src/features/influence/centring'
import { markedBy, type Measure, newScores, type OwnPerson, tierChanges } from '../../../src/features/influence/own-people'
import { inputsOf, isStale, withTenthOfFollowers } from '../../../src/features/influence/inputs'
import { influence } from '../../../src/domain/influence'
import { accountFactsOf } from '../../../src/domain/account-facts'

const DAY = 86_400_000
const NOW = 10_000 * DAY
const facts = (given: Partial<Facts>): Facts => ({
  handle: 'ada' as Handle, xId: undefined, name: undefined, followers: 1000, following: undefined, listed: undefined, posts: undefined, createdAt: undefined, source: 'state', seenAt: NOW, ...given,
})
const person = (handle: string, given: Partial<Facts>, tags: string[] = []): OwnPerson => ({ id: handle as PersonId, handle: handle as Handle, name: undefined, tags, score: undefined, facts: facts(given) })
const usual: Measure = { numbers: { weights: {} }, limits: TIER_LIMITS }

describe('a preview', () => {
  const people = [person('listed', { listed: 400 }), person('quiet', { listed: 0 }), person('plain', {})]

  it('names who would change tier, the largest change first', () => {
    const changes = tierChanges(people, usual, { ...usual, numbers: { weights: { lists: 0 } } }, NOW)
    expect(changes.map(({ person }) => person.handle)).toEqual(['listed', 'quiet'].filter((handle) => changes.some((change) => change.person.handle === handle)))
    expect(changes[0]).toMatchObject({ person: { handle: 'listed' } })
    expect(changes[0]!.to.score).toBeLessThan(changes[0]!.from.score)
  })

  it('is empty where nothing changes, and follows the limits', () => {
    expect(tierChanges(people, usual, usual, NOW)).toEqual([])
    expect(tierChanges(people, usual, { ...usual, limits: [1, 2, 3, 4] }, NOW)).toHaveLength(3)
  })

  it('says whom each rule marks, everybody once', () => {
    const rules = [{ mark: 'a', colour: 'red', when: { tag: 'x' } }, { mark: 'b', colour: 'red', when: { followers: 10 } }] as const
    const marked = markedBy([person('one', {}, ['x']), person('two', {})], rules, usual, NOW)
    expect(rules.map((rule) => marked.get(rule)?.map(({ handle }) => handle))).toEqual([['one'], ['two']])
  })
})

describe('new scores', () => {
  it('are those that are shown otherwise than they are kept', () => {
    const [first] = newScores([person('plain', {})], usual.numbers, NOW)
    expect(first).toMatchObject({ person: 'plain', version: INFLUENCE_CONSTANTS.version })
    const kept = { ...person('plain', { listed: 40 }), score: newScores([person('plain', { listed: 40 })], usual.numbers, NOW)[0]?.score }
    expect(newScores([kept], usual.numbers, NOW)).toEqual([])
    expect(newScores([kept], { weights: { lists: 0 } }, NOW)).toMatchObject([{ version: expect.stringContaining('+') as string }])
  })
})

describe('centring', () => {
  const listed = (count: number) => Array.from({ length: count }, (_, at) => facts({ followers: 50 * (at + 1), listed: 3 + (at % 40) }))

  it('needs enough accounts', () => {
    expect(centreOn(listed(ENOUGH_ACCOUNTS - 1), NOW)).toEqual({ enoughAt: ENOUGH_ACCOUNTS, lists: ENOUGH_ACCOUNTS - 1 })
    expect(centreOn(listed(500).map((one) => Object.assign({}, one, { listed: 2 })), NOW)).toMatchObject({ lists: 0 })
  })

  it('sets the factor so that the median of lists is usual', () => {
    const people = listed(301)
    const found = centreOn(people, NOW)
    if (!('centring' in found)) throw new Error('There were enough.')
    const beyond = people.map(({ followers, listed }) => Math.log10(1 + found.centring.listFactor * listed!) - readTable(INFLUENCE_CONSTANTS.usualLists, Math.log10(followers! + 1))).sort((one, other) => one - other)
    expect(Math.abs(beyond[150]!)).toBeLessThan(0.002)
    expect(found.centring.engagementOffset).toBe(0)
  })

  it('moves reactions so that their median is usual', () => {
    const people = listed(300).map((one, at) => Object.assign({}, one, { reactions: { posts: 5, reposts: at % 9, likes: at % 50, seenAt: NOW } }))
    const found = centreOn(people, NOW)
    if (!('centring' in found)) throw new Error('There were enough.')
    const terms = people.map((one) => influence(accountFactsOf(one, NOW), { ...found.centring, capMargin: 99 })!.points.engagement).sort((one, other) => one - other)
    expect(Math.abs((terms[149]! + terms[150]!) / 2)).toBeLessThan(0.1)
  })
})

describe('the inputs of a score', () => {
  const judging = { constants: INFLUENCE_CONSTANTS, now: NOW, staleDays: 30 }
  const of = (given: Partial<Facts>) => inputsOf(facts(given), influence(accountFactsOf(facts(given), NOW))!, judging)

  it('are all told, known or not, with place, age and points that add up', () => {
    const inputs = of({ followers: 12_300, listed: 40, source: 'shown', seenAt: NOW - 40 * DAY, origins: { listed: { source: 'state', seenAt: NOW } } })
    expect(inputs.map(({ name, value, isRounded, isOld, origin }) => [name, value, isRounded, isOld, origin?.source])).toEqual([
      ['reach', 12_300, true, true, 'shown'],
      ['lists', 40, false, false, 'state'],
      ['engagement', undefined, false, false, undefined],
      ['activity', undefined, false, false, undefined],
      ['followBack', undefined, false, false, undefined],
    ])
    expect(isStale(facts({ seenAt: NOW - 31 * DAY }), judging)).toBe(true)
    expect(isStale(facts({ seenAt: NOW - 29 * DAY }), judging)).toBe(false)
  })

  it('tell of followers without support only where that costs points', () => {
    expect(of({ followers: 500_000, reactions: { posts: 20, reposts: 0, likes: 0, seenAt: NOW } }).map(({ name }) => name)).toContain('unsupported')
  })

  it('say what a tenth of the followers would give', () => {
    const [known, unknown] = [facts({ followers: 50_000, listed: 200 }), facts({ followers: 50_000 })]
    const lost = (one: Facts) => influence(accountFactsOf(one, NOW))!.score - withTenthOfFollowers(one, judging)!
    expect(lost(known)).toBeLessThan(lost(unknown))
  })
})
