import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOLLAR, ENDPOINTS, PRICES, toPrices } from '../../../src/domain/x-prices'
import { billOf, fits, pollEvery, reservationFor, reserved, settled, type Spending, spentIn } from '../../../src/features/x-account/budget'

const NOON = Date.UTC(2026, 10, 16, 12)
const calls = fc.array(fc.record({ endpoint: fc.constantFrom(...ENDPOINTS), most: fc.integer({ min: 1, max: 100 }), share: fc.double({ min: 0, max: 1, noNaN: true }), isLost: fc.boolean() }), { maxLength: 200 })

describe('the budget', () => {
  it('is passed by no sequence of calls, whatever they bring and however many are never settled', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 20 * DOLLAR }), (sequence, month) => {
        const rows = new Map<string, Spending>()
        let billed = 0
        for (const { endpoint, most, share, isLost } of sequence) {
          const reservation = reservationFor(endpoint, most, PRICES, NOON)
          if (!fits([...rows.values()], reservation, { month, slowFrom: month })) continue
          const row = reserved(rows.get(reservation.id), reservation)
          const things = Math.floor(share * most)
          billed += things * PRICES[endpoint]
          rows.set(row.id, isLost ? row : settled(row, reservation, things, PRICES))
          expect(spentIn([...rows.values()])).toBeLessThanOrEqual(month)
          expect(billed).toBeLessThanOrEqual(spentIn([...rows.values()]))
        }
      }),
    )
  })

  it('says what was spent today and in the month, and what it comes to', () => {
    const row = (id: string, cost: number): Spending => ({ id, endpoint: 'mentions', calls: 1, things: 1, cost })
    expect(billOf([row('2026-11-03 mentions', 2 * DOLLAR), row('2026-11-16 mentions', DOLLAR)], NOON)).toEqual({ today: DOLLAR, month: 3 * DOLLAR, forecast: Math.round((3 * DOLLAR * 30) / 15.5) })
    expect(billOf([row('2026-11-01 mentions', DOLLAR)], Date.UTC(2026, 10, 1, 3)).forecast).toBe(DOLLAR)
  })

  it('slows polling from the soft cap on', () => {
    expect([pollEvery(5, 9, { month: 20, slowFrom: 10 }), pollEvery(5, 10, { month: 20, slowFrom: 10 })]).toEqual([5, 20])
  })

  it('takes prices out of anything, and what is none as known', () => {
    expect(toPrices({ mentions: 2000, users: -1, posts: 'dear', search: 0.5, me: Infinity })).toEqual({ ...PRICES, mentions: 2000 })
    for (const nonsense of [null, undefined, 7, [], '__proto__']) expect(toPrices(nonsense)).toEqual(PRICES)
  })
})
