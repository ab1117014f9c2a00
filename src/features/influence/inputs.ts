import { accountFactsOf } from '../../domain/account-facts'
import type { FactName, Facts, Origin } from '../../domain/facts'
import { influence, type Influence, type InfluenceConstants, type InfluencePoints } from '../../domain/influence'
import { postsPerDay } from '../../domain/influence-terms'
import { isRounded, originOf } from '../../domain/join-facts'
import { usualFor } from '../../domain/usual'
import { reasonsOf } from './reasons'

/** One input of a score: what it is, what is usual at this size, where it comes from, and what it is worth. */
export interface Input {
  readonly name: keyof InfluencePoints
  /** Undefined where it is not known: then what is usual counts, and the points are none. */
  readonly value: number | undefined
  readonly usual: number | undefined
  /** X had rounded it. */
  readonly isRounded: boolean
  readonly origin: Origin | undefined
  readonly isOld: boolean
  readonly points: number
}

/** By what numbers a score is made, now (ms since 1970), and after how many days a number is old. */
export interface Judging {
  readonly constants: InfluenceConstants
  readonly now: number
  readonly staleDays: number
}

const DAY = 86_400_000
const SOURCE: Readonly<Record<keyof InfluencePoints, FactName | 'reactions'>> = { reach: 'followers', unsupported: 'reactions', lists: 'listed', engagement: 'reactions', activity: 'posts', followBack: 'following' }

/** Every input in a fixed order; that followers have no support is told only where it costs points. */
export function inputsOf(facts: Facts, found: Influence, judging: Judging): readonly Input[] {
  const values = valuesOf(facts, judging)
  return reasonsOf(found)
    .filter(({ name, points }) => name !== 'unsupported' || points !== 0)
    .map((reason) => Object.assign({}, reason, values[reason.name], whenceOf(facts, reason.name, judging)))
}

/** True where the number that weighs most is older than it should be. */
export function isStale(facts: Facts, { now, staleDays }: Pick<Judging, 'now' | 'staleDays'>): boolean {
  return now - originOf(facts, 'followers').seenAt > staleDays * DAY
}

/** The score if nine of ten followers were not real and all else were the same. */
export function withTenthOfFollowers(facts: Facts, { constants, now }: Judging): number | undefined {
  return influence({ ...accountFactsOf(facts, now), followers: (facts.followers ?? 0) / 10 }, constants)?.score
}

function valuesOf(facts: Facts, { constants, now }: Judging): Readonly<Record<keyof InfluencePoints, Pick<Input, 'value' | 'usual'>>> {
  const usual = usualFor(facts.followers ?? 0, constants)
  const reactions = { value: facts.reactions?.posts, usual: usual.reposts }
  return {
    reach: { value: facts.followers, usual: undefined },
    unsupported: { value: facts.reactions?.posts, usual: undefined },
    lists: { value: facts.listed, usual: usual.lists },
    engagement: reactions,
    activity: { value: postsPerDay(accountFactsOf(facts, now)), usual: usual.postsPerDay },
    followBack: { value: facts.following, usual: undefined },
  }
}

function whenceOf(facts: Facts, name: keyof InfluencePoints, { now, staleDays }: Judging): Pick<Input, 'isRounded' | 'origin' | 'isOld'> {
  const source = SOURCE[name]
  const isOld = (origin: { readonly seenAt: number } | undefined): boolean => origin !== undefined && now - origin.seenAt > staleDays * DAY
  if (source === 'reactions') return { isRounded: false, origin: undefined, isOld: isOld(facts.reactions) }
  const origin = facts[source] === undefined ? undefined : originOf(facts, source)
  return { isRounded: isRounded(facts, source), origin, isOld: isOld(origin) }
}
