import { INFLUENCE_CONSTANTS, type InfluenceConstants } from './influence-constants'
import { usualAt } from './influence-terms'

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

/** What a user changed of the fitted numbers. */
export interface OwnNumbers {
  readonly weights: Readonly<Partial<Record<WeightName, number>>>
  readonly centring?: Centring | undefined
}

/** Followers of the median of those who post about a brand. */
const MEDIAN_POSTER = Math.log10(327 + 1)

/** What differs from the fitted numbers, with a version of its own; undefined where nothing does. */
export function ownConstants({ weights, centring }: OwnNumbers): Partial<InfluenceConstants> | undefined {
  const changed = WEIGHT_NAMES.filter((name) => weights[name] !== undefined && weights[name] !== INFLUENCE_CONSTANTS[name])
  if (changed.length === 0 && !centring) return undefined
  const own = {
    ...Object.fromEntries(changed.map((name) => [name, weights[name]])),
    ...(centring && { listFactor: centring.listFactor, engagementOffset: centring.engagementOffset }),
  }
  return { ...own, middle: middleWith(own), version: `${INFLUENCE_CONSTANTS.version}+${shortNameOf(JSON.stringify(own))}` }
}

/** All numbers by which scores are made now. */
export function constantsWith(numbers: OwnNumbers): InfluenceConstants {
  return { ...INFLUENCE_CONSTANTS, ...ownConstants(numbers) }
}

/** Whatever the weights, the median of those who post about a brand stays where it is: 50 goes on to mean the same. */
function middleWith(own: Partial<InfluenceConstants>): number {
  return INFLUENCE_CONSTANTS.middle + usualAt(MEDIAN_POSTER, { ...INFLUENCE_CONSTANTS, ...own }) - usualAt(MEDIAN_POSTER, INFLUENCE_CONSTANTS)
}

/** Six signs that tell one set of numbers from another (FNV-1a). */
function shortNameOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-6)
}

/** Numbers out of anything: what is no weight is left at its fitted value. */
export function toOwnNumbers(value: unknown): OwnNumbers {
  const { weights, centring } = fieldsOf(value)
  const held = fieldsOf(weights)
  const kept = WEIGHT_NAMES.flatMap((name) => (isWithin(held[name], 0, LARGEST_WEIGHT) ? [[name, held[name]] as const] : []))
  return { weights: Object.fromEntries(kept), centring: toCentring(centring) }
}

function toCentring(value: unknown): Centring | undefined {
  const { listFactor, engagementOffset, at } = fieldsOf(value)
  const isSound = isWithin(listFactor, 0.1, 1000) && isWithin(engagementOffset, -2, 2) && isWithin(at, 0, Number.MAX_SAFE_INTEGER)
  return isSound ? { listFactor, engagementOffset, at } : undefined
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
