import type { Verified } from './facts'
import { type Handle, type HandleKey, keyOf } from './handle'
import { type Tier, tierOf, type TierLimits } from './tiers'

/** The colours that a mark may have; the same as those of tags. */
export const MARK_COLOURS = ['amber', 'blue', 'green', 'red', 'violet', 'grey'] as const
export type MarkColour = (typeof MARK_COLOURS)[number]

/** Who gets a mark: every condition that is there must hold. A rule without any marks nobody. */
export interface MarkConditions {
  readonly followers?: number | undefined
  readonly tier?: Tier | undefined
  readonly verified?: Exclude<Verified, 'no'> | undefined
  /** The beginning of a language tag: "pt" also holds for "pt-BR". */
  readonly lang?: string | undefined
  readonly tag?: string | undefined
  /** A list kept by hand. */
  readonly handles?: readonly Handle[] | undefined
}

/** A word and a colour for those of whom the conditions hold. */
export interface MarkRule {
  readonly mark: string
  readonly colour: MarkColour
  readonly when: MarkConditions
}

/** What the rules look at. */
export interface Markable {
  readonly key: HandleKey
  readonly followers: number | undefined
  readonly score: number | undefined
  readonly verified: Verified | undefined
  readonly lang: string | undefined
  readonly tags: readonly string[]
}

/** The first rule that holds: their order says which one matters more. */
export function markOf(person: Markable, rules: readonly MarkRule[], limits: TierLimits): MarkRule | undefined {
  return rules.find(({ when }) => holds(when, person, limits))
}

function holds({ followers, tier, verified, lang, tag, handles }: MarkConditions, person: Markable, limits: TierLimits): boolean {
  const asked = [followers, tier, verified, lang, tag, handles].some((condition) => condition !== undefined)
  return (
    asked &&
    (followers === undefined || (person.followers ?? -1) >= followers) &&
    (tier === undefined || (person.score !== undefined && tierOf(person.score, limits) >= tier)) &&
    (verified === undefined || person.verified === verified) &&
    (lang === undefined || isIn(lang, person.lang)) &&
    (tag === undefined || person.tags.includes(tag)) &&
    (handles === undefined || handles.some((handle) => keyOf(handle) === person.key))
  )
}

function isIn(lang: string, spoken: string | undefined): boolean {
  const [asked, held] = [lang.toLowerCase(), spoken?.toLowerCase()]
  return held === asked || held?.startsWith(`${asked}-`) === true
}
