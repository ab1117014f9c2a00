import { expect, it } from 'vitest'
import { type Clock, momentIn, type Stamp, stampOf, tick, witness } from '../../src/domain/clock'

const NOW = Date.UTC(2026, 10, 22)
const DAY = 86_400_000
const own: Clock = { ms: NOW, count: 3, origin: 'own' }
const foreign = (ms: number, count = 0): Stamp => stampOf({ ms, count, origin: 'other' })

it('comes after what it saw of others', () => {
  const seen = foreign(NOW + 5_000, 7)
  expect(stampOf(tick(witness(own, seen, NOW), NOW)) > seen).toBe(true)
})

it('is not set back by what is older', () => {
  expect(witness(own, foreign(NOW - DAY), NOW)).toEqual(own)
  expect(witness(own, foreign(NOW, 2), NOW)).toEqual(own)
})

it('is not dragged along by a clock that is more than a day ahead', () => {
  expect(witness(own, foreign(NOW + DAY + 1), NOW)).toEqual(own)
  expect(witness(own, foreign(NOW + 3_650 * DAY), NOW)).toEqual(own)
  expect(witness(own, foreign(NOW + DAY), NOW)).toMatchObject({ ms: NOW + DAY })
})

it('goes on forward after the wall clock was ten years ahead and came back', () => {
  const ahead = tick(own, NOW + 3_650 * DAY)
  const back = tick(ahead, NOW)
  expect(stampOf(back) > stampOf(ahead)).toBe(true)
})

it('tells when a stamp was made', () => {
  expect(momentIn(stampOf(own))).toBe(NOW)
})
