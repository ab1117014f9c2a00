import { FACT_NAMES, type Facts } from '../../domain/facts'
import { toFacts } from '../../domain/to-facts'
import type { StoredFacts } from '../../domain/stored-facts'

/** The most people of whom one message may tell. */
export const MOST_FACTS = 50

const DAY = 86_400_000
/** After so long even the same numbers are noted again: then they are known to be the same still. */
const RENEWAL = 7 * DAY
/** Within a day only a change by this share is worth a writing. */
const LEAP = 0.2

/** Facts out of a message; throws a sentence where the message is none of ours. None of tomorrow can have been seen. */
export function toSeenFacts(value: unknown, now: number): readonly Facts[] {
  if (!Array.isArray(value)) throw new Error('Facts come as a list.')
  if (value.length > MOST_FACTS) throw new Error(`Facts of at most ${MOST_FACTS} people may come at once, not ${value.length}.`)
  return value.flatMap((item: unknown) => {
    const facts = toFacts(item)
    return facts && facts.followers !== undefined ? [{ ...facts, seenAt: Math.min(facts.seenAt, now) }] : []
  })
}

/** Whether what would be kept is worth a writing: once a day if anything changed, once a week in any case, at once after a leap. */
export function isWorthKeeping(held: StoredFacts | undefined, next: StoredFacts): boolean {
  if (!held) return true
  const passed = next.facts.seenAt - held.facts.seenAt
  if (passed < DAY) return passed >= 0 && isLeap(held.facts.followers, next.facts.followers)
  return passed >= RENEWAL || FACT_NAMES.some((name) => held.facts[name] !== next.facts[name]) || held.facts.reactions?.posts !== next.facts.reactions?.posts
}

function isLeap(before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after
  return Math.abs(after - before) >= Math.max(10, before * LEAP)
}
