import type { Fields } from './change'
import type { Facts } from './facts'
import { type FollowersSeen, toMoments, withMoment } from './followers-seen'
import { joinFacts } from './join-facts'
import { toFacts } from './to-facts'

/** Facts with the score that whoever saw them made of them, and by which version of the numbers. */
export interface JudgedFacts {
  readonly facts: Facts
  /** 0 to 100, with one decimal; undefined without followers. */
  readonly score: number | undefined
  readonly version: string
}

/** What is kept of the facts of a person we hold: the inputs with their places and dates, the score, and by which numbers it was made. */
export interface StoredFacts extends JudgedFacts {
  /** Followers over time, oldest first. */
  readonly moments: readonly FollowersSeen[]
}

/** The longest text of stored facts that is read. */
export const LONGEST_FACTS = 4_000

/** What is kept after one more sight of somebody. Whoever told it knew what was kept before, so the score is that of all of it. */
export function storeFacts(held: StoredFacts | undefined, { facts: seen, score, version }: JudgedFacts): StoredFacts {
  const facts = joinFacts(held?.facts, seen)
  const isAnother = held?.facts.xId !== undefined && facts.xId !== held.facts.xId
  return { facts, score, version, moments: withMoment(isAnother ? [] : (held?.moments ?? []), facts) }
}

/** A score out of anything. */
export function toScore(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined
}

/** The name of a set of numbers out of anything. */
export function toVersion(value: unknown): string {
  return String(value).slice(0, 40)
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
  return facts && { facts, score: storedScoreIn(fields), version: toVersion(version), moments: toMoments(moments) }
}

/** The stored score alone, which needs no reading of the facts. */
export function storedScoreIn(fields: Fields): number | undefined {
  return toScore(fields['score']?.[0])
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {} // Written by something else than we are: nothing is known.
  }
}
