import type { InfluenceConstants } from './influence-constants'
import { readTable } from './influence-curves'

/** What is usual at a size: how many lists, posts a day, and reposts a post. */
export interface Usual {
  readonly lists: number
  readonly postsPerDay: number
  readonly reposts: number
}

/** What is usual for an account with so many followers: the tables of the score, read backwards. */
export function usualFor(followers: number, constants: InfluenceConstants): Usual {
  const x = Math.log10(followers + 1)
  const engagement = 10 ** (readTable(constants.usualEngagement, x) - constants.engagementOffset)
  const activity = 10 ** readTable(constants.usualActivity, x)
  return {
    lists: Math.max(0, (10 ** readTable(constants.usualLists, x) - 1) / constants.listFactor),
    postsPerDay: Math.max(0, (activity - 0.1) / (1 - activity / 10)),
    reposts: Math.max(0, (engagement - 0.03) / (1 - engagement / 20)),
  }
}
