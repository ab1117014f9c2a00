import { VERIFIED } from './facts'
import { fieldsOf } from './fields-of'
import { toHandle } from './handle'
import { MARK_COLOURS, type MarkConditions, type MarkRule } from './mark-rules'
import { TIERS } from './tiers'
import { toLang } from './to-facts'

/** The most rules, the most handles of one list, and the longest mark: it stands in a badge. */
export const MOST_RULES = 20
export const MOST_LISTED = 200
export const LONGEST_MARK = 16
const LONGEST_WORD = 40

/** Rules out of anything; what is no rule is left out, alone. */
export function toMarkRules(value: unknown): readonly MarkRule[] | undefined {
  return Array.isArray(value) ? value.slice(0, MOST_RULES).flatMap((item: unknown) => toMarkRule(item) ?? []) : undefined
}

function toMarkRule(value: unknown): MarkRule | undefined {
  const { mark, colour, when } = fieldsOf(value)
  const word = toWord(mark)?.slice(0, LONGEST_MARK)
  return word === undefined ? undefined : { mark: word, colour: MARK_COLOURS.find((known) => known === colour) ?? 'grey', when: toConditions(when) }
}

function toConditions(value: unknown): MarkConditions {
  const { followers, tier, verified, lang, tag, handles } = fieldsOf(value)
  return {
    followers: typeof followers === 'number' && Number.isInteger(followers) && followers >= 0 ? followers : undefined,
    tier: TIERS.find((known) => known === tier),
    verified: VERIFIED.filter((known) => known !== 'no').find((known) => known === verified),
    lang: toLang(lang),
    tag: toWord(tag),
    handles: Array.isArray(handles) ? handles.slice(0, MOST_LISTED).flatMap((handle: unknown) => toHandle(handle) ?? []) : undefined,
  }
}

function toWord(value: unknown): string | undefined {
  const word = typeof value === 'string' ? value.trim().slice(0, LONGEST_WORD) : ''
  return word === '' ? undefined : word
}
