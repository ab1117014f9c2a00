import { accountFactsOf } from './account-facts'
import type { Fields } from './change'
import type { Facts } from './facts'
import { type FollowersSeen, toMoments, withMoment } from './followers-seen'
import { influence, type InfluenceConstants } from './influence'
import { joinFacts } from './join-facts'
import { toFacts } from './to-facts'

/** What is kept of the facts of a person we hold: the inputs with their places and dates, the score, and by which numbers it was made. */
export interface StoredFacts {
  readonly facts: Facts
  /** 0 to 100, with one decimal; undefined without followers. */
  readonly score: number | undefined
  /** The version of the constants that made the score. */
  readonly version: string
  /** Followers over time, oldest first. */
  readonly moments: readonly FollowersSeen[]
}

/** The longest text of stored facts that is read. */
export const LONGEST_FACTS = 4_000

/** What is kept after one more sight of somebody. */
export function storeFacts(held: StoredFacts | undefined, seen: Facts, constants: InfluenceConstants, now: number): StoredFacts {
  const facts = joinFacts(held?.facts, seen)
  const isAnother = held?.facts.xId !== undefined && facts.xId !== held.facts.xId
  return { facts, score: scoreOf(facts, constants, now), version: constants.version, moments: withMoment(isAnother ? [] : (held?.moments ?? []), facts) }
}

/** The same facts judged by other numbers. */
export function scoreAgain(held: StoredFacts, constants: InfluenceConstants, now: number): StoredFacts {
  return { ...held, score: scoreOf(held.facts, constants, now), version: constants.version }
}

function scoreOf(facts: Facts, constants: InfluenceConstants, now: number): number | undefined {
  const found = influence(accountFactsOf(facts, now), constants)
  return found && Math.round(found.score * 10) / 10
}

/** As one text, which is how a field holds it. */
export function packFacts({ facts, version, moments }: StoredFacts): string {
  return JSON.stringify({ facts, version, moments: moments.map(({ at, followers, perPost }) => [at, followers, perPost]) })
}

/** Out of a person's fields; undefined where nothing is kept. */
export function storedFactsIn(fields: Fields): StoredFacts | undefined {
  const text = fields['facts']?.[0]
  if (typeof text !== 'string' || text.length > LONGEST_FACTS) return undefined
  const { facts: held, version, moments } = parse(text)
  const facts = toFacts(held)
  return facts && { facts, score: storedScoreIn(fields), version: String(version).slice(0, 40), moments: toMoments(moments) }
}

/** The stored score alone, which needs no reading of the facts. */
export function storedScoreIn(fields: Fields): number | undefined {
  const score = fields['score']?.[0]
  return typeof score === 'number' && score >= 0 && score <= 100 ? score : undefined
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {} // Written by something else than we are: nothing is known.
  }
}
