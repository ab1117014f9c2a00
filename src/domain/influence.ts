import { INFLUENCE_CONSTANTS, type InfluenceConstants } from './influence-constants'
import { logistic } from './influence-curves'
import { constantsOf, distanceOf, termsOf } from './influence-score'
import { type AccountFacts, known } from './influence-terms'

export { type AccountFacts, INFLUENCE_CONSTANTS, type InfluenceConstants }

/** The score and its reasons. `points` add up to score - 50; `low` to `high` is what the missing facts leave open. */
export interface Influence {
  readonly score: number
  readonly z: number
  readonly low: number
  readonly high: number
  /** The share of people who post publicly about a brand that is above, in percent. */
  readonly topPercent: number
  readonly points: InfluencePoints
  readonly missing: readonly MissingFact[]
}

/** Points by reason, each with its sign. */
export interface InfluencePoints {
  readonly reach: number
  readonly unsupported: number
  readonly lists: number
  readonly engagement: number
  readonly activity: number
  readonly followBack: number
}

/** What a score had to do without. */
export type MissingFact = 'listed' | 'engagement' | 'posts' | 'following'

/** Every combination of missing facts, made once: bit 0 listed, 1 engagement, 2 posts, 3 following. */
const MISSING: readonly (readonly MissingFact[])[] = Array.from({ length: 16 }, (_, bits) =>
  Object.freeze((['listed', 'engagement', 'posts', 'following'] as const).filter((_name, bit) => bits & (1 << bit))),
)

/**
 * How far an account's voice carries: 0 to 100, with 50 the median of people who post publicly about a brand.
 * A missing fact counts as what is usual at this number of followers, and widens the band. Undefined without followers.
 */
export function influence(facts: AccountFacts, constants?: Partial<InfluenceConstants>): Influence | undefined {
  const c = constantsOf(constants)
  const terms = termsOf(facts, c)
  if (!terms) return undefined
  const { reach, unsupported, lists, engagement, activity, followBack } = terms
  const missing = (lists === undefined ? 1 : 0) | (engagement === undefined ? 2 : 0) | (activity === undefined ? 4 : 0) | (followBack === undefined ? 8 : 0)
  const distance = distanceOf(terms)
  const spread = spreadOf(missing, known(facts.postsSeen) ?? 0, c)
  const perUnit = pointsPerUnit(distance, c.scale)
  return {
    score: 50 + perUnit * distance,
    z: c.middle + distance,
    low: 100 * logistic((distance - spread) / c.scale),
    high: 100 * logistic((distance + spread) / c.scale),
    topPercent: 100 * logistic(-distance / c.percentScale),
    points: {
      reach: perUnit * reach,
      unsupported: perUnit * unsupported,
      lists: perUnit * (lists ?? 0),
      engagement: perUnit * (engagement ?? 0),
      activity: perUnit * (activity ?? 0),
      followBack: perUnit * (followBack ?? 0),
    },
    missing: MISSING[missing]!,
  }
}

/** Standard deviation in z of what the facts leave open; reactions are the surer the more posts they were seen on. */
function spreadOf(missing: number, postsSeen: number, c: InfluenceConstants): number {
  return Math.sqrt(
    (missing & 1 ? c.missingLists ** 2 : 0) +
      c.missingEngagement ** 2 / (missing & 2 ? 1 : 1 + postsSeen) +
      (missing & 4 ? c.missingActivity ** 2 : 0) +
      (missing & 8 ? c.missingFollowing ** 2 : 0),
  )
}

/** Points per unit of z, such that the terms add up to score - 50; at the very middle the limit of that quotient. */
function pointsPerUnit(distance: number, scale: number): number {
  return Math.abs(distance) < 1e-6 ? 25 / scale : (50 * Math.tanh(distance / scale / 2)) / distance
}
