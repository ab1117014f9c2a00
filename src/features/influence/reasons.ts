import type { Influence, InfluencePoints } from '../../domain/influence'

/** Why a score is not the middle: whole points with their sign. */
export interface Reason {
  readonly name: keyof InfluencePoints
  readonly points: number
}

/** The middle of those who post publicly about a brand: where every score begins. */
export const MIDDLE = 50

/** The reasons, largest first, in whole points that add up to the shown score. What rounds to nothing is left out. */
export function reasonsOf({ score, points }: Pick<Influence, 'score' | 'points'>): readonly Reason[] {
  const exact = Object.entries(points) as [keyof InfluencePoints, number][]
  const whole = new Map(exact.map(([name, value]) => [name, Math.round(value)]))
  let left = Math.round(score) - MIDDLE - sum(whole.values())
  // Whoever was rounded furthest the other way gives or takes the point that is left over.
  const byDebt = exact.toSorted(([a, x], [b, y]) => Math.sign(left) * (y - whole.get(b)! - (x - whole.get(a)!)))
  for (const [name, value] of byDebt) {
    if (left === 0) break
    if (value === 0) continue
    whole.set(name, whole.get(name)! + Math.sign(left))
    left -= Math.sign(left)
  }
  return [...whole]
    .map(([name, rounded]) => ({ name, points: rounded }))
    .filter((reason) => reason.points !== 0)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
}

/** "top 9 %": whole above one, one digit below it, and never nothing. */
export function topPercent(percent: number): number {
  return percent >= 1 ? Math.round(percent) : Math.max(0.1, Math.round(percent * 10) / 10)
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
