import { until } from '../../../scripts/browser/until.ts'
import type { Badge } from './badges.ts'

const allPainted = (badges: readonly Badge[]): boolean => badges.length > 0 && badges.every((badge) => badge.label !== '')

/** Reads the badges again and again until the condition holds; on time-out it says what was there. */
export function waitUntilBadges(read: () => Promise<Badge[]>, holds = allPainted, timeout = 10_000): Promise<Badge[]> {
  let last: Badge[] = []
  const labels = (): string => last.map((badge) => badge.label || '(empty)').join(' | ') || 'none'
  const ask = async (): Promise<Badge[] | false> => {
    last = await read()
    return holds(last) && last
  }
  return until(ask, () => `The badges never came to that in ${timeout} ms; now: ${labels()}.`, timeout)
}
