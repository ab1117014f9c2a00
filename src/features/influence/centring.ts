import { accountFactsOf } from '../../domain/account-facts'
import type { Facts } from '../../domain/facts'
import { INFLUENCE_CONSTANTS } from '../../domain/influence'
import type { Centring } from '../../domain/own-numbers'
import { readTable } from '../../domain/influence-curves'
import { resonance } from '../../domain/influence-terms'

/** So many accounts it takes before their median says anything. */
export const ENOUGH_ACCOUNTS = 200
/** Fewer lists say nothing about how usual lists are, fewer posts nothing about reactions. */
const FEWEST_LISTS = 3
const FEWEST_POSTS = 3

/** The two drifting numbers as the people we hold show them, or how many more of them that needs. */
export type Centred = { readonly centring: Centring; readonly lists: number; readonly reactions: number } | { readonly enoughAt: number; readonly lists: number }

/**
 * Sets the list factor so that the median of lg(1 + factor · lists) is what is usual at that size, and moves reactions likewise, where enough are known.
 * Only people we hold are looked at: of strangers not even counts are kept.
 */
export function centreOn(people: readonly Facts[], now: number): Centred {
  const factors = people.flatMap(factorFor)
  if (factors.length < ENOUGH_ACCOUNTS) return { enoughAt: ENOUGH_ACCOUNTS, lists: factors.length }
  const offsets = people.flatMap((facts) => offsetFor(facts, now))
  const engagementOffset = offsets.length < ENOUGH_ACCOUNTS ? 0 : rounded(medianOf(offsets))
  return { centring: { listFactor: rounded(medianOf(factors)), engagementOffset, at: now }, lists: factors.length, reactions: offsets.length }
}

/** The factor at which this account would be on as many lists as usual: the score rises with it, so the median of these is the factor of the median. */
function factorFor({ followers, listed }: Facts): readonly number[] {
  if (followers === undefined || listed === undefined || listed < FEWEST_LISTS) return []
  const usual = 10 ** readTable(INFLUENCE_CONSTANTS.usualLists, Math.log10(followers + 1)) - 1
  return [Math.max(usual, 0) / listed]
}

function offsetFor(facts: Facts, now: number): readonly number[] {
  if (facts.followers === undefined || (facts.reactions?.posts ?? 0) < FEWEST_POSTS) return []
  const seen = resonance(accountFactsOf(facts, now), INFLUENCE_CONSTANTS)
  return seen === undefined ? [] : [readTable(INFLUENCE_CONSTANTS.usualEngagement, Math.log10(facts.followers + 1)) - seen]
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted.length / 2
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
