import type { Facts } from './facts'
import { toCount } from './facts'
import { toTime } from './to-facts'

/** How many followed somebody at a moment (ms since 1970), and how often a post of theirs was reposted and liked on average; undefined where none was seen. */
export interface FollowersSeen {
  readonly at: number
  readonly followers: number
  readonly perPost: number | undefined
}

/** Of one person at most so many moments are kept: the newest. */
export const MOST_MOMENTS = 12

const DAY = 86_400_000

/** The moments with one more; a second one on the same day takes the place of the first. Oldest first. */
export function withMoment(moments: readonly FollowersSeen[], facts: Facts): readonly FollowersSeen[] {
  const seen = momentOf(facts)
  if (!seen) return moments
  const others = moments.filter(({ at }) => Math.floor(at / DAY) !== Math.floor(seen.at / DAY))
  return [...others, seen].sort((one, other) => one.at - other.at).slice(-MOST_MOMENTS)
}

function momentOf({ followers, reactions, seenAt, origins }: Facts): FollowersSeen | undefined {
  if (followers === undefined) return undefined
  const perPost = reactions && Math.round(((reactions.reposts + reactions.likes / 5) / reactions.posts) * 50) / 100
  return { at: origins?.followers?.seenAt ?? seenAt, followers, perPost }
}

/** Moments out of anything; what is damaged is left out, alone. */
export function toMoments(value: unknown): readonly FollowersSeen[] {
  if (!Array.isArray(value)) return []
  return value.slice(-MOST_MOMENTS).flatMap((item: unknown) => {
    const [at, followers, perPost] = Array.isArray(item) ? (item as unknown[]) : []
    const [moment, count] = [toTime(at), toCount(followers)]
    return moment === undefined || count === undefined ? [] : [{ at: moment, followers: count, perPost: toTime(perPost) }]
  })
}
