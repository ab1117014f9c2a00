import type { InfluenceConstants } from './influence-constants'
import { logistic, readTable, softplus, whereTable } from './influence-curves'

/** All optional; anything that is not a finite number >= 0 counts as missing. Counts, days, and sums over the account's own visible posts. */
export interface AccountFacts {
  readonly followers?: number | undefined
  readonly following?: number | undefined
  readonly listed?: number | undefined
  readonly posts?: number | undefined
  readonly ageDays?: number | undefined
  /** Instead of posts / ageDays. */
  readonly postsPerDay?: number | undefined
  readonly postsSeen?: number | undefined
  readonly repostsSeen?: number | undefined
  readonly likesSeen?: number | undefined
}

/** Far beyond any real count, and small enough that no product or quotient below overflows. */
const LARGEST = 1e15

/** A fact that counts: finite and not negative. */
export function known(value: number | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 && value < Infinity ? Math.min(value, LARGEST) : undefined
}

/** Reposts, and likes at a fifth, per own visible post; one pseudo-post at 0.1 keeps a single lucky post from counting whole. */
function reactionsPerPost(facts: AccountFacts): number | undefined {
  const posts = known(facts.postsSeen)
  if (posts === undefined || posts === 0) return undefined
  const reposts = known(facts.repostsSeen)
  const likes = known(facts.likesSeen)
  if (reposts === undefined && likes === undefined) return undefined
  const fromReposts = reposts ?? likes! / 5
  const fromLikes = likes === undefined ? fromReposts : likes / 5
  return ((fromReposts + fromLikes) / 2 + 0.1) / (posts + 1)
}

/** Posts per day, given or from posts and age. */
export function postsPerDay(facts: AccountFacts): number | undefined {
  const rate = known(facts.postsPerDay)
  if (rate !== undefined) return rate
  const posts = known(facts.posts)
  const age = known(facts.ageDays)
  return posts === undefined || age === undefined || age === 0 ? undefined : Math.min(posts / age, LARGEST)
}

/** lg of the reactions per post, saturating near twenty; undefined where none are seen. */
export function resonance(facts: AccountFacts, c: InfluenceConstants): number | undefined {
  const reactions = reactionsPerPost(facts)
  return reactions === undefined ? undefined : Math.log10((reactions + 0.03) / (1 + reactions / 20)) + c.engagementOffset
}

/** Reactions against what is usual, in z. */
export function engagementTerm(seen: number | undefined, x: number, c: InfluenceConstants): number | undefined {
  return seen === undefined ? undefined : c.engagement * (seen - readTable(c.usualEngagement, x))
}

/** lg followers, bent below the size at which ten times the seen reactions would be usual: bought followers do not react. */
export function supported(claimed: number, engagement: number | undefined, c: InfluenceConstants): number {
  if (engagement === undefined) return claimed
  const cap = whereTable(c.usualEngagement, engagement + c.capMargin)
  return cap === Infinity ? claimed : claimed - c.capSoftness * softplus((claimed - cap) / c.capSoftness)
}

/** z of an account of this size with everything else usual. */
export function usualAt(x: number, c: InfluenceConstants): number {
  const above = 0.25 * softplus((x - 3) / 0.25)
  return (
    c.reachBelowThousand * (x - above) +
    c.reachAboveThousand * above +
    c.lists * readTable(c.usualLists, x) +
    c.engagement * readTable(c.usualEngagement, x) +
    c.activity * readTable(c.usualActivity, x)
  )
}

/** Lists against what is usual, in z. */
export function listsTerm(listed: number | undefined, x: number, c: InfluenceConstants): number | undefined {
  if (listed === undefined) return undefined
  const beyond = Math.log10(1 + c.listFactor * listed) - readTable(c.usualLists, x)
  return c.lists * Math.min(Math.max(beyond, -c.listClip), c.listClip)
}

/** Posts per day against what is usual, in z; saturates near ten. */
export function activityTerm(rate: number | undefined, x: number, c: InfluenceConstants): number | undefined {
  return rate === undefined ? undefined : c.activity * (Math.log10((rate + 0.1) / (1 + rate / 10)) - readTable(c.usualActivity, x))
}

/** Who follows thousands, and about as many as follow back, trades follows. */
export function followBackTerm(following: number | undefined, x: number, c: InfluenceConstants): number | undefined {
  if (following === undefined) return undefined
  const size = Math.log10(following + 1)
  return -c.followBack * logistic((size - 3.3) / 0.1) * logistic((size - x + 0.2) / 0.08)
}
