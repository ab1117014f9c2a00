import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Handle, HandleKey } from '../../src/domain/handle'
import { type MarkConditions, type Markable, markOf, type MarkRule } from '../../src/domain/mark-rules'
import { TIER_LIMITS } from '../../src/domain/tiers'
import { LONGEST_MARK, MOST_RULES, toMarkRules } from '../../src/domain/to-mark-rules'

const mara: Markable = { key: 'mara' as HandleKey, followers: 9000, score: 82, verified: 'paid', lang: 'pt-BR', tags: ['press'] }
const rule = (when: MarkConditions, mark = 'x'): MarkRule => ({ mark, colour: 'amber', when })
const marks = (when: MarkConditions, person = mara) => markOf(person, [rule(when)], TIER_LIMITS) !== undefined

describe('a rule', () => {
  it('holds by followers, tier, check, language, tag or a list', () => {
    for (const when of [{ followers: 9000 }, { tier: 3 as const }, { verified: 'paid' as const }, { lang: 'PT' }, { lang: 'pt-br' }, { tag: 'press' }, { handles: ['Mara' as Handle] }]) expect(marks(when), JSON.stringify(when)).toBe(true)
    for (const when of [{ followers: 9001 }, { tier: 4 as const }, { verified: 'identified' as const }, { lang: 'p' }, { lang: 'pt-PT' }, { tag: 'pres' }, { handles: ['Mar' as Handle] }]) expect(marks(when), JSON.stringify(when)).toBe(false)
  })

  it('holds only where all of it does, marks nobody without conditions, and nobody of whom nothing is known', () => {
    expect(marks({ followers: 10, tag: 'vip' })).toBe(false)
    expect(marks({})).toBe(false)
    const unknown: Markable = { key: 'x' as HandleKey, followers: undefined, score: undefined, verified: undefined, lang: undefined, tags: [] }
    for (const when of [{ followers: 0 }, { tier: 0 as const }, { lang: 'en' }]) expect(marks(when, unknown)).toBe(false)
  })

  it('that comes first matters more', () => {
    const rules = [rule({ tag: 'vip' }, 'a'), rule({ followers: 10 }, 'b'), rule({ tag: 'press' }, 'c')]
    expect(markOf(mara, rules, TIER_LIMITS)?.mark).toBe('b')
    expect(markOf(mara, rules.toReversed(), TIER_LIMITS)?.mark).toBe('c')
  })
})

it('reads rules out of anything, bounded, and leaves out what is none', () => {
  expect(toMarkRules([{ mark: ' VIP list of the year ', colour: 'url(x)', when: { followers: 1.5, tier: 9, lang: '<b>', tag: ' ', handles: ['@ada', 'no handle'] } }, null, { mark: '' }])).toEqual([
    { mark: 'VIP list of the year'.slice(0, LONGEST_MARK), colour: 'grey', when: { handles: ['ada'] } },
  ])
  expect(toMarkRules(Array(99).fill(rule({ followers: 1 })))).toHaveLength(MOST_RULES)
  expect(toMarkRules({})).toBeUndefined()
  fc.assert(fc.property(fc.array(fc.anything()), (value) => toMarkRules(value)!.every(({ mark }) => mark !== '' && mark.length <= LONGEST_MARK)))
})
