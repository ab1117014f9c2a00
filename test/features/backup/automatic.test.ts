import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticName, isBackupDue, isBackupOld, surplusOf } from '../../../src/features/backup/automatic'

const DAY = 86_400_000
const now = Date.UTC(2026, 10, 24, 12)
const weekly = { place: 'folder', everyDays: 7, last: undefined, triedAt: undefined, now } as const

describe('a backup by itself', () => {
  it('is due when there is none, or when the last one is as old as its turn', () => {
    expect(isBackupDue(weekly)).toBe(true)
    expect(isBackupDue({ ...weekly, last: { at: now - 7 * DAY } })).toBe(true)
    expect(isBackupDue({ ...weekly, last: { at: now - 7 * DAY + 1 } })).toBe(false)
    expect(isBackupDue({ ...weekly, place: 'nowhere' })).toBe(false)
  })

  it('is not tried again within an hour', () => {
    expect(isBackupDue({ ...weekly, triedAt: now - 3_599_999 })).toBe(false)
    expect(isBackupDue({ ...weekly, triedAt: now - 3_600_000 })).toBe(true)
  })

  it('R19 is not held up by a clock that was ten years ahead, a day back, or an hour off', () => {
    expect(isBackupDue({ ...weekly, last: { at: now + 3_650 * DAY } })).toBe(true)
    expect(isBackupDue({ ...weekly, triedAt: now + 3_650 * DAY })).toBe(true)
    expect(isBackupOld({ at: now + 3_650 * DAY }, 14, now)).toBe(true)
    expect(isBackupOld({ at: now + 3_600_000 }, 14, now)).toBe(false)
    expect(isBackupOld({ at: now - 14 * DAY - 1 }, 14, now)).toBe(true)
    expect(isBackupOld(undefined, 14, now)).toBe(true)
  })

  it('keeps the newest few of its own and touches nothing else', () => {
    const times = fc.uniqueArray(fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 }), { maxLength: 30 })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 10 }), fc.array(fc.string()), (seconds, kept, others) => {
        const names = seconds.map((each) => automaticName(each * 1000))
        const foreign = [...others, 'regulars-2026-11-24-12-00.json', 'regulars-auto-mine.json', 'regulars-auto-2026-11-24-12-00-00.json.txt']
        const surplus = surplusOf([...foreign, ...names], kept)
        const newest = seconds.toSorted((one, other) => other - one).slice(0, kept).map((each) => automaticName(each * 1000))
        expect([...surplus, ...newest].sort()).toEqual([...names].sort())
      }),
    )
  })
})
