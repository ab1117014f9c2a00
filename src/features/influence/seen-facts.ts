import type { PersonId } from '../../domain/change'
import { FACT_NAMES } from '../../domain/facts'
import { fieldsOf } from '../../domain/fields-of'
import { listOf } from '../../domain/list-of'
import { type JudgedFacts, type StoredFacts, toScore, toVersion } from '../../domain/stored-facts'
import { toFacts } from '../../domain/to-facts'

/** The score of a person we hold by other numbers than before. */
export interface NewScore extends Omit<JudgedFacts, 'facts'> {
  readonly person: PersonId
}

/** The most people of whom one message may tell. */
export const MOST_FACTS = 50

const DAY = 86_400_000
/** After so long even the same numbers are noted again: then they are known to be the same still. */
const RENEWAL = 7 * DAY
/** Within a day only a change by this share is worth a writing. */
const LEAP = 0.2

/** Judged facts out of a message; throws a sentence where the message is none of ours. None of tomorrow can have been seen. */
export function toJudgedFacts(value: unknown, now: number): readonly JudgedFacts[] {
  return listOf(value, MOST_FACTS).flatMap((item) => {
    const { facts: seen, score, version } = fieldsOf(item)
    const facts = toFacts(seen)
    return facts && facts.followers !== undefined ? [{ facts: { ...facts, seenAt: Math.min(facts.seenAt, now) }, score: toScore(score), version: toVersion(version) }] : []
  })
}

/** New scores of people we hold out of a message. */
export function toNewScores(value: unknown): readonly NewScore[] {
  return listOf(value, MOST_FACTS).flatMap((item) => {
    const { person, score, version } = fieldsOf(item)
    return typeof person === 'string' && person.length <= 64 ? [{ person: person as PersonId, score: toScore(score), version: toVersion(version) }] : []
  })
}

/** Whether what would be kept is worth a writing: once a day if anything changed, once a week in any case, at once after a leap. */
export function isWorthKeeping(held: StoredFacts | undefined, next: StoredFacts): boolean {
  if (!held || held.facts.gone !== next.facts.gone) return true
  const passed = next.facts.seenAt - held.facts.seenAt
  if (passed < DAY) return passed >= 0 && isLeap(held.facts.followers, next.facts.followers)
  return passed >= RENEWAL || FACT_NAMES.some((name) => held.facts[name] !== next.facts[name]) || held.facts.reactions?.posts !== next.facts.reactions?.posts
}

function isLeap(before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after
  return Math.abs(after - before) >= Math.max(10, before * LEAP)
}
