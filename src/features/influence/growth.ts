import type { FollowersSeen } from '../../domain/followers-seen'

/** A sudden rise of followers: a sign to look closer, worth no points, and no verdict. */
export interface Growth {
  readonly from: FollowersSeen
  readonly to: FollowersSeen
  /** What became of the reactions meanwhile. */
  readonly reactions: 'unchanged' | 'unknown'
}

const DAY = 86_400_000
const WEEK = 7 * DAY
const RISE = 1.5
/** Below so many followers one good day does it. */
const SMALL = 100
/** Reactions per post that rose by less than this share did not rise. */
const SAME = 1.2

/** The latest rise by half or more within a week while reactions stayed as they were; undefined without one. */
export function suddenGrowth(moments: readonly FollowersSeen[]): Growth | undefined {
  const to = moments.at(-1)
  if (!to) return undefined
  const from = moments.find(({ at, followers }) => to.at - at <= WEEK && at < to.at && followers >= SMALL && to.followers >= followers * RISE)
  if (!from) return undefined
  if (from.perPost === undefined || to.perPost === undefined) return { from, to, reactions: 'unknown' }
  return to.perPost < Math.max(from.perPost * SAME, from.perPost + 0.1) ? { from, to, reactions: 'unchanged' } : undefined
}
