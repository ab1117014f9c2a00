import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Allowance, LOOK_UPS_A_SECOND, MOST_LOOK_UPS, takeFrom, toAllowance } from '../../../src/features/people/allowance'

it('case 16 lets nobody learn a hundred thousand people by asking in less than an hour', () => {
  let held: Allowance | undefined
  let got = 0
  let now = 0
  for (; got < 100_000; now += 100) {
    const { allowance, granted } = takeFrom(held, 100, now)
    held = allowance
    got += granted
  }
  expect(now).toBeGreaterThan(3_600_000)
})

it('never gives more than was there and grew, whatever the clock does', () => {
  const asks = fc.array(fc.tuple(fc.nat({ max: 200 }), fc.integer({ min: -86_400_000, max: 86_400_000 })), { maxLength: 60 })
  fc.assert(
    fc.property(asks, (turns) => {
      let held: Allowance | undefined
      let [now, forward, got] = [1_800_000_000_000, 0, 0]
      for (const [wanted, passed] of turns) {
        now += passed
        const before: number = held?.at ?? now
        forward += Math.max(0, now - before)
        const { allowance, granted } = takeFrom(held, wanted, now)
        held = allowance
        got += granted
        expect(granted).toBeLessThanOrEqual(wanted)
        expect(allowance.left).toBeGreaterThanOrEqual(0)
        expect(allowance.left).toBeLessThanOrEqual(MOST_LOOK_UPS)
      }
      expect(got).toBeLessThanOrEqual(MOST_LOOK_UPS + (forward / 1_000) * LOOK_UPS_A_SECOND)
    }),
  )
})

it('takes nothing out of storage for an allowance that is none', () => {
  expect([undefined, null, 7, {}, { left: '3', at: 1 }].map(toAllowance)).toEqual([undefined, undefined, undefined, undefined, undefined])
})
