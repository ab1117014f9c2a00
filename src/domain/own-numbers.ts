import { fieldsOf } from './fields-of'
import type { InfluenceConstants } from './influence-constants'

/** The weights that a user may set; each of them is 0 or more, so that the score stays monotone. */
export const WEIGHT_NAMES = ['reachBelowThousand', 'reachAboveThousand', 'lists', 'engagement', 'activity', 'followBack'] as const
export type WeightName = (typeof WEIGHT_NAMES)[number]

/** The largest weight: beyond it one fact alone would decide. */
export const LARGEST_WEIGHT = 2

/** The two numbers that drift over the years, as found on the people we hold; `at` in ms since 1970. */
export interface Centring {
  readonly listFactor: number
  readonly engagementOffset: number
  readonly at: number
}

/** What a user changed of the fitted numbers; with what follows from it once it is sealed. */
export interface OwnNumbers {
  readonly weights: Readonly<Partial<Record<WeightName, number>>>
  readonly centring?: Centring | undefined
  /** Where the median of those who post about a brand is with these weights, and a name that tells them from others. */
  readonly seal?: { readonly middle: number; readonly version: string } | undefined
}

/** What of the fitted numbers is replaced; undefined where nothing is. */
export function replacedBy({ weights, centring, seal }: OwnNumbers): Partial<InfluenceConstants> | undefined {
  return seal && { ...weights, ...(centring && { listFactor: centring.listFactor, engagementOffset: centring.engagementOffset }), ...seal }
}

/** Numbers out of anything: what is no weight is left at its fitted value. */
export function toOwnNumbers(value: unknown): OwnNumbers {
  const { weights, centring, seal } = fieldsOf(value)
  const held = fieldsOf(weights)
  const kept = WEIGHT_NAMES.flatMap((name) => (isWithin(held[name], 0, LARGEST_WEIGHT) ? [[name, held[name]] as const] : []))
  return { weights: Object.fromEntries(kept), centring: toCentring(centring), seal: toSeal(seal) }
}

function toCentring(value: unknown): Centring | undefined {
  const { listFactor, engagementOffset, at } = fieldsOf(value)
  const isSound = isWithin(listFactor, 0.1, 1000) && isWithin(engagementOffset, -2, 2) && isWithin(at, 0, Number.MAX_SAFE_INTEGER)
  return isSound ? { listFactor, engagementOffset, at } : undefined
}

function toSeal(value: unknown): OwnNumbers['seal'] {
  const { middle, version } = fieldsOf(value)
  return isWithin(middle, -50, 50) && typeof version === 'string' && version.length <= 40 ? { middle, version } : undefined
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}
