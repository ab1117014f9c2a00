import { accountFactsOf } from './account-facts'
import type { Facts } from './facts'
import { INFLUENCE_CONSTANTS, type InfluenceConstants } from './influence-constants'
import { scoreOf } from './influence-score'
import type { JudgedFacts } from './stored-facts'

/** Facts with the score that they make now (ms since 1970), and by which numbers it is made. */
export function judgeFacts(facts: Facts, constants: Partial<InfluenceConstants> | undefined, now: number): JudgedFacts {
  const score = scoreOf(accountFactsOf(facts, now), constants)
  return { facts, score: score && Math.round(score * 10) / 10, version: constants?.version ?? INFLUENCE_CONSTANTS.version }
}
