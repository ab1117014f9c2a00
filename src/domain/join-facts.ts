import { joinConcerns } from './concern'
import { FACT_NAMES, type FactName, type Facts, type Origin, type Reactions } from './facts'

/** From here on X writes "10K" and "1.2M" where it shows a number to people. */
const ROUNDED_FROM = 10_000

/** Where one fact comes from. */
export function originOf(facts: Facts, name: FactName): Origin {
  return facts.origins?.[name] ?? facts
}

/** True for a number that X had rounded before we saw it. */
export function isRounded(facts: Facts, name: FactName): boolean {
  return originOf(facts, name).source === 'shown' && (facts[name] ?? 0) >= ROUNDED_FROM
}

/**
 * Two sets of facts about one handle as one: of each fact the exact one, of two equally exact ones the later.
 * Under one handle with two ids stand two accounts: then only what was seen later counts.
 */
export function joinFacts(held: Facts | undefined, seen: Facts): Facts {
  if (!held) return seen
  const [later, earlier] = seen.seenAt >= held.seenAt ? [seen, held] : [held, seen]
  if (held.xId && seen.xId && held.xId !== seen.xId) return later
  const kept = FACT_NAMES.filter((name) => earlier[name] !== undefined && !isBetter(later, earlier, name))
  const origins = { ...later.origins, ...Object.fromEntries(kept.map((name) => [name, originOf(earlier, name)])) }
  return {
    ...later,
    ...Object.fromEntries(kept.map((name) => [name, earlier[name]])),
    xId: later.xId ?? earlier.xId,
    name: later.name ?? earlier.name,
    verified: later.verified ?? earlier.verified,
    isProtected: later.isProtected ?? earlier.isProtected,
    origins: kept.length > 0 || later.origins ? origins : undefined,
    ...joinPassed(earlier, later),
  }
}

/** What the own posts of an author tell as they pass. */
export type Passed = Pick<Facts, 'reactions' | 'lang' | 'concerns'>

/** The same facts with what passed since: what the account's own numbers are stays as it is. Runs for every post that is counted. */
export function withPassed(held: Facts, passed: Passed): Facts {
  return { ...held, ...joinPassed(held, passed) }
}

function joinPassed(earlier: Passed, later: Passed): Passed {
  return {
    lang: later.lang ?? earlier.lang,
    reactions: joinReactions(earlier.reactions, later.reactions),
    ...((earlier.concerns || later.concerns) && { concerns: joinConcerns(earlier.concerns, later.concerns) }),
  }
}

/** Whether the later word on a fact stands against the earlier one. */
function isBetter(later: Facts, earlier: Facts, name: FactName): boolean {
  if (later[name] === undefined) return false
  if (isRounded(later, name) !== isRounded(earlier, name)) return isRounded(earlier, name)
  return originOf(later, name).seenAt >= originOf(earlier, name).seenAt
}

/** So many posts say as much as any number of them. */
const ENOUGH_POSTS = 10

/** They were counted over the same posts in part, so they are not added: the later count stands, unless it is over fewer posts than needed. */
function joinReactions(earlier: Reactions | undefined, later: Reactions | undefined): Reactions | undefined {
  if (!earlier || !later) return earlier ?? later
  return later.posts >= Math.min(earlier.posts, ENOUGH_POSTS) ? later : earlier
}
