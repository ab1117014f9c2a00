import type { Influence, InfluencePoints } from '../../domain/influence'

/** Why a score is not the middle: whole points with their sign. */
export interface Reason {
  readonly name: keyof InfluencePoints
  readonly points: number
}

/** The middle of those who post publicly about a brand: where every score begins. */
export const MIDDLE = 50

/**
 * The reasons in a fixed order, in whole points that add up to the shown score: each is rounded down, and those that lost most to that
 * get a point back until the sum is right (the method of largest remainders).
 */
export function reasonsOf({ score, points }: Pick<Influence, 'score' | 'points'>): readonly Reason[] {
  const exact = Object.entries(points) as [keyof InfluencePoints, number][]
  const floors = exact.map(([name, value]) => ({ name, floor: Math.floor(value), lost: value - Math.floor(value) }))
  const missing = Math.round(score) - MIDDLE - floors.reduce((sum, { floor }) => sum + floor, 0)
  const lifted = new Set(floors.toSorted((one, other) => other.lost - one.lost).slice(0, missing))
  return floors.map((reason) => ({ name: reason.name, points: reason.floor + (lifted.has(reason) ? 1 : 0) }))
}

/** "top 9 %": whole above one, one digit below it, and never nothing. */
export function topPercent(percent: number): number {
  return percent >= 1 ? Math.round(percent) : Math.max(0.1, Math.round(percent * 10) / 10)
}
