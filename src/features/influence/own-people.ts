import { accountFactsOf } from '../../domain/account-facts'
import type { PersonId } from '../../domain/change'
import type { Facts } from '../../domain/facts'
import { type Handle, keyOf } from '../../domain/handle'
import { influence } from '../../domain/influence'
import { judgeFacts } from '../../domain/judge-facts'
import { constantsWith } from '../../domain/influence-weights'
import type { OwnNumbers } from '../../domain/own-numbers'
import { type MarkRule, markOf } from '../../domain/mark-rules'
import { type Tier, tierOf, type TierLimits } from '../../domain/tiers'
import type { NewScore } from './seen-facts'

/** Somebody we hold whose facts are kept. */
export interface OwnPerson {
  readonly id: PersonId
  readonly handle: Handle
  readonly name: string | undefined
  readonly facts: Facts
  /** As it is kept. */
  readonly score: number | undefined
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

/** A score that moves less is shown as the same. */
const VISIBLE = 0.5

/** The scores that are shown otherwise by these numbers than they are kept. */
export function newScores(people: readonly OwnPerson[], numbers: OwnNumbers, now: number): readonly NewScore[] {
  const constants = constantsWith(numbers)
  return people.flatMap(({ id, facts, score: kept }) => {
    const { score, version } = judgeFacts(facts, constants, now)
    return Math.abs((score ?? -1) - (kept ?? -1)) >= VISIBLE ? [{ person: id, score, version }] : []
  })
}
