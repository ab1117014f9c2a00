import { accountFactsOf } from '../../domain/account-facts'
import type { Facts } from '../../domain/facts'
import type { Handle } from '../../domain/handle'
import { influence } from '../../domain/influence'
import { constantsWith, type OwnNumbers } from '../../domain/influence-weights'
import { type MarkRule, markOf } from '../../domain/mark-rules'
import { type Tier, tierOf, type TierLimits } from '../../domain/tiers'
import { keyOf } from '../../domain/handle'

/** Somebody we hold whose facts are kept. */
export interface OwnPerson {
  readonly handle: Handle
  readonly name: string | undefined
  readonly facts: Facts
  readonly tags: readonly string[]
}

/** By what people are judged. */
export interface Measure {
  readonly numbers: OwnNumbers
  readonly limits: TierLimits
}

/** Somebody whose tier would change, with the scores that are shown. */
export interface TierChange {
  readonly person: OwnPerson
  readonly from: { readonly tier: Tier; readonly score: number }
  readonly to: { readonly tier: Tier; readonly score: number }
}

/** Who would change tier, the largest change first. */
export function tierChanges(people: readonly OwnPerson[], before: Measure, after: Measure, now: number): readonly TierChange[] {
  const judgeBefore = judgeBy(before, now)
  const judgeAfter = judgeBy(after, now)
  return people
    .flatMap((person) => {
      const [from, to] = [judgeBefore(person), judgeAfter(person)]
      return from && to && from.tier !== to.tier ? [{ person, from, to }] : []
    })
    .sort((one, other) => Math.abs(other.to.score - other.from.score) - Math.abs(one.to.score - one.from.score))
}

/** Whom each rule would mark; a person counts for the first that holds. */
export function markedBy(people: readonly OwnPerson[], rules: readonly MarkRule[], { numbers, limits }: Measure, now: number): ReadonlyMap<MarkRule, readonly OwnPerson[]> {
  const judge = judgeBy({ numbers, limits }, now)
  const marked = new Map<MarkRule, OwnPerson[]>(rules.map((rule) => [rule, []]))
  for (const person of people) {
    const { facts, tags, handle } = person
    const rule = markOf({ key: keyOf(handle), followers: facts.followers, score: judge(person)?.score, verified: facts.verified, lang: facts.lang, tags }, rules, limits)
    if (rule) marked.get(rule)?.push(person)
  }
  return marked
}

function judgeBy({ numbers, limits }: Measure, now: number): (person: OwnPerson) => { readonly tier: Tier; readonly score: number } | undefined {
  const constants = constantsWith(numbers)
  return ({ facts }) => {
    const found = influence(accountFactsOf(facts, now), constants)
    return found && { tier: tierOf(found.score, limits), score: Math.round(found.score) }
  }
}
