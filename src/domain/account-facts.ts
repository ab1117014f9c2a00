import type { Facts } from './facts'
import type { AccountFacts } from './influence-terms'

const DAY = 86_400_000

/** Days since a moment (both ms since 1970), in fractions; at least one hour, so that a rate per day stays sane. */
export function ageInDays(createdAt: number, now: number): number {
  return Math.max(now - createdAt, DAY / 24) / DAY
}

/** What the score needs of an account's facts; `now` in ms since 1970. */
export function accountFactsOf(facts: Facts, now: number): AccountFacts {
  return {
    followers: facts.followers,
    following: facts.following,
    listed: facts.listed,
    posts: facts.posts,
    ageDays: facts.createdAt === undefined ? undefined : ageInDays(facts.createdAt, now),
    postsSeen: facts.reactions?.posts,
    repostsSeen: facts.reactions?.reposts,
    likesSeen: facts.reactions?.likes,
  }
}
