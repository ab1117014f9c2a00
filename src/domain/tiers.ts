/** Four limits of the score, rising: the median of those who post about a brand, its top tenth, twentieth and hundredth. */
export type TierLimits = readonly [number, number, number, number]
export const TIER_LIMITS: TierLimits = [50, 74, 81, 91]

/** 0 below the first limit, 4 from the last one on. */
export type Tier = 0 | 1 | 2 | 3 | 4
export const TIERS = [0, 1, 2, 3, 4] as const satisfies readonly Tier[]

/** The tier of a score as it is shown, which is whole: nobody who is shown with the limit is below it. */
export function tierOf(score: number, limits: TierLimits): Tier {
  const shown = Math.round(score)
  return limits.filter((limit) => shown >= limit).length as Tier
}

/** Limits out of anything: whole, from 1 to 100, each above the one before; otherwise the usual ones. */
export function toTierLimits(value: unknown): TierLimits {
  if (!Array.isArray(value) || value.length !== TIER_LIMITS.length) return TIER_LIMITS
  const limits = value as readonly unknown[]
  const isRising = limits.every((limit, at) => Number.isInteger(limit) && Number(limit) > (at === 0 ? 0 : Number(limits[at - 1])) && Number(limit) <= 100)
  return isRising ? (limits as unknown as TierLimits) : TIER_LIMITS
}
