import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { TIER_LIMITS, tierOf, toTierLimits } from '../../src/domain/tiers'

it('puts a score as it is shown into its tier', () => {
  expect([0, 49.4, 49.6, 73.4, 73.5, 81, 90.4, 91, 100].map((score) => tierOf(score, TIER_LIMITS))).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4])
})

it('takes rising whole limits and nothing else', () => {
  expect(toTierLimits([10, 20, 30, 100])).toEqual([10, 20, 30, 100])
  for (const bad of [undefined, [], [50, 74, 81], [0, 1, 2, 3], [50, 50, 81, 91], [50, 74, 81, 101], [1.5, 2, 3, 4], ['50', 74, 81, 91]]) expect(toTierLimits(bad)).toEqual(TIER_LIMITS)
  fc.assert(fc.property(fc.anything(), (value) => toTierLimits(value).every((limit, at, all) => at === 0 || limit > all[at - 1]!)))
})
