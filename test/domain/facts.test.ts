import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCount, toMoment, toName } from '../../src/domain/facts'

it('takes whole counts from 0 to ten thousand million', () => {
  expect(toCount(0)).toBe(0)
  expect(toCount(1e10)).toBe(1e10)
  for (const bad of [-1, 0.5, 1e10 + 1, NaN, Infinity, '7', null, undefined, [7]]) expect(toCount(bad)).toBeUndefined()
})

it("reads X's date texts and ISO", () => {
  expect(toMoment('Sat Nov 18 19:16:56 +0000 2017')).toBe(Date.UTC(2017, 10, 18, 19, 16, 56))
  expect(toMoment('2017-11-18T19:16:56.000Z')).toBe(Date.UTC(2017, 10, 18, 19, 16, 56))
  for (const bad of ['', 'soon', '1960-01-01T00:00:00Z', 'x'.repeat(41), 1_510_000_000_000, null]) expect(toMoment(bad)).toBeUndefined()
})

it('takes a name as one bounded line', () => {
  expect(toName('  Ada \n Lovelace ')).toBe('Ada   Lovelace')
  expect(toName('\u202Eevil\u2066 \uFEFF')).toBe('evil')
  expect(toName('\u0000\u200B')).toBeUndefined()
  expect(toName('')).toBeUndefined()
  expect(toName({ toString: () => 'Ada' })).toBeUndefined()
})

it('keeps what a name is made of: emoji sequences and all scripts', () => {
  expect(toName('أدا 👩‍🚀')).toBe('أدا 👩‍🚀')
})

it('never gives a name longer than 100 characters or with a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
      const name = toName(text)
      return name === undefined || ([...name].length <= 100 && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name))
    }),
    { numRuns: 1000 },
  )
})
