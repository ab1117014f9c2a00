import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../../src/domain/change'
import type { PostId } from '../../../../src/domain/handle'
import { blankReply, type Reply, type ReplyId } from '../../../../src/features/canned-replies/reply'
import type { ReplyUse, UseId } from '../../../../src/features/canned-replies/reply-use'
import { bodiesFor, fallbacksOf, pastPicksOf, pickBody } from '../../../../src/features/canned-replies/template/pick-body'
import { pickVariant } from '../../../../src/features/canned-replies/template/pick-variant'

const [ada, eve] = ['ada', 'eve'] as unknown as readonly [PersonId, PersonId]
const thread = '100' as PostId
const REPLY: Reply = { ...blankReply('r' as ReplyId), body: 'a', variants: ['b', 'c'], lang: 'en', langs: { pt: ['olá'], 'pt-BR': ['oi', 'e aí'], 'zh-Hant': ['你好'] } }

function use(variant: number, at: number, fields: Partial<ReplyUse> = {}): ReplyUse {
  return { id: `u${at}` as UseId, reply: 'r' as ReplyId, variant, picks: [], lang: 'en', at, surface: 'reply', length: 1, undone: false, ...fields }
}

function picked(uses: readonly ReplyUse[], seed = 0, languages: readonly string[] = []) {
  return pickBody(REPLY, { languages, uses, person: ada, thread, seed })
}

describe('the language', () => {
  test.each([
    [['pt-BR'], 'pt-BR'], [['pt-PT'], 'pt'], [['PT_br'], 'pt-BR'], [['zh-Hant-TW'], 'zh-Hant'], [['zh'], 'en'], [['fr', 'pt'], 'pt'], [['fr'], 'en'], [[], 'en'], [['en-GB'], 'en'], [['pt-PT', 'en'], 'pt'], [['en-x-private', 'pt'], 'en'],
  ])('of somebody who reads %j is %s', (languages, lang) => {
    expect(bodiesFor(REPLY, languages).lang).toBe(lang)
  })

  test('falls back piece by piece, never to a lone letter', () => {
    expect(fallbacksOf('zh-Hant-TW')).toEqual(['zh-hant-tw', 'zh-hant', 'zh'])
    expect(fallbacksOf('en-x-private')).toEqual(['en-x-private', 'en'])
  })

  test('decides among whose variants is picked', () => {
    for (let seed = 0; seed < 20; seed += 1) expect(['oi', 'e aí']).toContain(picked([use(0, 1, { person: ada })], seed, ['pt-BR']).body)
  })
})

describe('the variant', () => {
  test('is none that this person or thread had, then the least recently used anywhere', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      expect(picked([use(0, 1, { person: ada }), use(1, 2, { thread })], seed)).toMatchObject({ body: 'c', variant: 2, allUsed: false })
      expect(picked([use(0, 1, { person: ada }), use(2, 3, { person: eve }), use(1, 4, { person: eve })], seed)).toMatchObject({ variant: 2 })
    }
  })

  test('is the one longest ago where all were had, and that is told', () => {
    const all = [use(1, 5, { person: ada }), use(0, 6, { person: ada }), use(2, 7, { thread }), use(1, 9, { person: eve })]
    expect(picked(all)).toMatchObject({ variant: 1, allUsed: true })
  })

  test('does not count what was undone, nor other replies, nor other languages', () => {
    const uses = [use(0, 1, { person: ada, undone: true }), use(1, 2, { person: ada, reply: 's' as ReplyId }), use(2, 3, { person: ada, lang: 'de' })]
    expect(new Set(Array.from({ length: 60 }, (_none, seed) => picked(uses, seed).variant))).toEqual(new Set([0, 1, 2]))
  })

  test('is one that is there, whatever was used, and the same for the same seed', () => {
    const past = fc.array(fc.record({ index: fc.integer({ min: -1, max: 9 }), here: fc.boolean() }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), past, fc.integer(), (count, past, seed) => {
        const { index, allUsed } = pickVariant(count, past, seed)
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThan(count)
        expect(pickVariant(count, past, seed)).toEqual({ index, allUsed })
        if (!allUsed) expect(past.some((use) => use.here && use.index === index)).toBe(false)
      }),
    )
  })

  test('brings along what its alternations took before', () => {
    const body = picked([])
    const uses = [use(body.variant, 2, { person: eve, picks: [1] }), use(body.variant, 1, { person: ada, picks: [0, 2] }), use(body.variant + 1, 3)]
    expect(pastPicksOf(REPLY, body, { languages: [], uses, person: ada, seed: 0 })).toEqual([{ picks: [0, 2], here: true }, { picks: [1], here: false }])
  })
})
