import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bucket, makePace, type PaceRule, takeTurn } from '../../src/remote/pace'
import { fakeTime } from './fake-time'

const rules: fc.Arbitrary<PaceRule> = fc.record({ burst: fc.integer({ min: 1, max: 50 }), perSecond: fc.double({ min: 0.05, max: 50, noNaN: true }) })
const gaps = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 200 })

/** When each of the turns was had, by a caller who comes after these gaps. */
function moments(rule: PaceRule, waits: readonly number[]): readonly number[] {
  let bucket: Bucket | undefined
  let now = 1_700_000_000_000
  return waits.map((gap) => {
    now += gap
    const turn = takeTurn(bucket, rule, now)
    bucket = turn.bucket
    return now + turn.wait
  })
}

describe('the pace at which a server is asked', () => {
  it('gives within any stretch of time no more turns than the burst and what that time brings', () => {
    fc.assert(
      fc.property(rules, gaps, (rule, waits) => {
        const had = moments(rule, waits)
        for (let from = 0; from < had.length; from += 7) {
          for (let to = from; to < had.length; to += 1) expect(to - from + 1).toBeLessThanOrEqual(rule.burst + (((had[to] ?? 0) - (had[from] ?? 0) + 1) * rule.perSecond) / 1000 + 1e-6)
        }
      }),
    )
  })

  it('gives turns in the order in which they were asked for', () => {
    fc.assert(
      fc.property(rules, gaps, (rule, waits) => {
        const had = moments(rule, waits)
        expect(had.toSorted((one, other) => one - other)).toEqual(had)
      }),
    )
  })

  it('makes nobody wait who comes slowly enough', () => {
    fc.assert(fc.property(rules, fc.integer({ min: 1, max: 100 }), (rule, times) => {
      const gap = Math.ceil(1000 / rule.perSecond)
      const had = moments(rule, Array.from({ length: times }, () => gap))
      expect(had.every((moment, place) => moment === 1_700_000_000_000 + gap * (place + 1))).toBe(true)
    }))
  })

  it('is not confused by a clock that is put back', () => {
    const rule = { burst: 1, perSecond: 1 }
    const { bucket } = takeTurn(undefined, rule, 10_000)
    expect(takeTurn(bucket, rule, 4000)).toEqual({ bucket: { left: -1, at: 4000 }, wait: 1000 })
  })

  it('lets callers wait their turn, and not once the signal came', async () => {
    const time = fakeTime()
    const pace = makePace({ burst: 2, perSecond: 4 }, time)
    for (let call = 0; call < 4; call += 1) await pace()
    expect(time.waits).toEqual([250, 250])
    await expect(pace(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
  })
})
