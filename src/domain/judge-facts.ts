import { accountFactsOf } from './account-facts'
import type { Facts } from './facts'
import { influence, INFLUENCE_CONSTANTS, type InfluenceConstants } from './influence'
import type { JudgedFacts } from './stored-facts'

/** Facts with the score that they make now (ms since 1970), and by which numbers it is made. */
export function judgeFacts(facts: Facts, constants: Partial<InfluenceConstants> | undefined, now: number): JudgedFacts {
  const found = influence(accountFactsOf(facts, now), constants)
  return { facts, score: found && Math.round(found.score * 10) / 10, version: constants?.version ?? INFLUENCE_CONSTANTS.version }
}
