import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_QUERY, matches, problemsOf, queryOf, toSavedSearch } from '../../src/domain/saved-search'

const search = (any: readonly string[], none: readonly string[] = [], lang = '') => ({ any, none, lang })

describe('a saved search', () => {
  it('is the question that X takes: one of the names, none of the exclusions, no reposts, nothing of ours', () => {
    expect(queryOf(search(['northwind air', 'northwindair', '#nwair'], ['promo', 'job offer'], 'en'), ['northwindair'])).toBe('("northwind air" OR northwindair OR #nwair) -promo -"job offer" -from:northwindair -is:retweet lang:en')
    expect(queryOf(search(['acme']), [])).toBe('acme -is:retweet')
    expect(queryOf(search(['OR', '-x', 'a:b', 'from:me)']), [])).toBe('("OR" OR "-x" OR "a:b" OR "from:me)") -is:retweet')
  })

  it('says everything that is wrong with it', () => {
    expect(problemsOf(search([]), [])).toEqual(['no words'])
    expect(problemsOf(search(['a', 'say "hi"'], [], 'english'), [])).toEqual(['too short', 'quotes', 'language'])
    expect(problemsOf(search(Array.from({ length: 50 }, (_, nth) => `${nth}${'x'.repeat(96)}`)), [])).toEqual(['too long'])
    expect(problemsOf(search(['acme'], ['jobs'], 'de'), ['acme'])).toEqual([])
  })

  it('matches whole words in any case, and several that stand together', () => {
    const it = search(['Northwind Air', '@nw'], ['jobs'])
    expect(['I fly NORTHWIND, air only', 'northwind air', 'hi @NW!'].map((text) => matches(it, text))).toEqual([true, true, true])
    expect(['northwind airlines', 'northwind air jobs', 'nw', ''].map((text) => matches(it, text))).toEqual([false, false, false, false])
  })

  it('without problems never asks more than X takes, and is kept as it is', () => {
    const lines = fc.array(fc.string({ maxLength: 120 }), { maxLength: 60 })
    fc.assert(
      fc.property(lines, lines, fc.string({ maxLength: 5 }), (any, none, lang) => {
        const held = toSavedSearch({ id: 'a', name: 'n', any, none, lang, on: true })!
        if (problemsOf(held, []).length === 0) expect(queryOf(held, []).length).toBeLessThanOrEqual(LONGEST_QUERY)
        expect(toSavedSearch(JSON.parse(JSON.stringify(held)))).toEqual(held)
      }),
    )
    for (const nonsense of [null, undefined, 7, {}, { id: '' }, { id: 'x'.repeat(99) }]) expect(toSavedSearch(nonsense)).toBeUndefined()
  })

  it('is matched in no time, however long the words are', () => {
    const from = performance.now()
    matches(search(['x'.repeat(100)]), 'x '.repeat(500_000))
    matches(search(['x x']), '#@$'.repeat(300_000))
    expect(performance.now() - from).toBeLessThan(2000)
  })
})
