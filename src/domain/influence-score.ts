import { INFLUENCE_CONSTANTS, type InfluenceConstants } from './influence-constants'
import { logistic } from './influence-curves'
import {
  type AccountFacts,
  activityTerm,
  engagementTerm,
  followBackTerm,
  known,
  listsTerm,
  postsPerDay,
  resonance,
  supported,
  usualAt,
} from './influence-terms'

/** What moves a score away from the middle, in z, by reason; a missing fact moves nothing. */
export interface InfluenceTerms {
  readonly reach: number
  readonly unsupported: number
  readonly lists: number | undefined
  readonly engagement: number | undefined
  readonly activity: number | undefined
  readonly followBack: number | undefined
}

/** The fitted numbers with what differs from them. */
export function constantsOf(constants: Partial<InfluenceConstants> | undefined): InfluenceConstants {
  return constants === undefined ? INFLUENCE_CONSTANTS : { ...INFLUENCE_CONSTANTS, ...constants }
}

/** The terms of an account; undefined without followers. */
export function termsOf(facts: AccountFacts, c: InfluenceConstants): InfluenceTerms | undefined {
  const followers = known(facts.followers)
  if (followers === undefined) return undefined
  const seen = resonance(facts, c)
  const claimed = Math.log10(followers + 1)
  const x = supported(claimed, seen, c)
  const reach = usualAt(claimed, c) - c.middle
  return {
    reach,
    unsupported: x === claimed ? 0 : usualAt(x, c) - c.middle - reach,
    lists: listsTerm(known(facts.listed), x, c),
    engagement: engagementTerm(seen, x, c),
    activity: activityTerm(postsPerDay(facts), x, c),
    followBack: followBackTerm(known(facts.following), claimed, c),
  }
}

/** How far from the middle, in z. */
export function distanceOf({ reach, unsupported, lists = 0, engagement = 0, activity = 0, followBack = 0 }: InfluenceTerms): number {
  return reach + unsupported + lists + engagement + activity + followBack
}

/** The score alone, 0 to 100, without its reasons; undefined without followers. */
export function scoreOf(facts: AccountFacts, constants?: Partial<InfluenceConstants>): number | undefined {
  const c = constantsOf(constants)
  const terms = termsOf(facts, c)
  return terms && 100 * logistic(distanceOf(terms) / c.scale)
}
