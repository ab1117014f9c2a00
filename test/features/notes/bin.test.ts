import { describe, expect, it } from 'vitest'
import { isPurgeable, purgeDue, purgedAt } from '../../../src/features/notes/bin'

const NOW = Date.UTC(2026, 10, 22)
const DAY = 86_400_000

describe('a note in the bin', () => {
  it('is kept for 30 days, and no longer', () => {
    expect(isPurgeable({ removedAt: NOW - 30 * DAY + 1 }, NOW)).toBe(false)
    expect(isPurgeable({ removedAt: NOW - 30 * DAY }, NOW)).toBe(true)
    expect(purgedAt(NOW)).toBe(NOW + 30 * DAY)
  })

  it('that lives is never purged', () => {
    expect(isPurgeable({}, NOW)).toBe(false)
  })
})

describe('the bin', () => {
  it('is looked through once a day', () => {
    expect(purgeDue(NOW - DAY + 1, NOW)).toBe('not yet')
    expect(purgeDue(NOW - DAY, NOW)).toBe('due')
  })

  it('is left alone on the first day of a clock that jumped, forward or back', () => {
    expect(purgeDue(undefined, NOW)).toBe('only noted')
    expect(purgeDue(NOW, NOW + 3_650 * DAY)).toBe('only noted')
    expect(purgeDue(NOW + 3_650 * DAY, NOW)).toBe('only noted')
  })
})
