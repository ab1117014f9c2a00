import type { Facts, FactsSource } from '../../domain/facts'
import type { InfluencePoints, MissingFact } from '../../domain/influence'
import { agoOf, decimalOf, isolated, wholeOf, word, type WordName } from '../../ui/words'
import type { Input } from './inputs'

/** Where numbers come from, with a place for how long ago. */
export const SOURCE_WORDS: Readonly<Record<FactsSource, WordName>> = { interface: 'influenceFromInterface', state: 'influenceFromX', profile: 'influenceFromProfile', shown: 'influenceFromShown' }

/** What a score had to do without. */
export const MISSING_WORDS: Readonly<Record<MissingFact, WordName>> = {
  listed: 'influenceMissingListed',
  engagement: 'influenceMissingEngagement',
  posts: 'influenceMissingPosts',
  following: 'influenceMissingFollowing',
}

/** The parts of a score for the middle of a sentence. */
export const PART_WORDS: Readonly<Record<keyof InfluencePoints, WordName>> = {
  reach: 'influencePartReach',
  unsupported: 'influencePartUnsupported',
  lists: 'influenceMissingListed',
  engagement: 'influenceMissingEngagement',
  activity: 'influenceMissingPosts',
  followBack: 'influencePartFollowBack',
}

/** An input with its value and what is usual; "≥" before what only passed in part. */
export function inputWords(input: Input, facts: Facts): string {
  const { name, value, usual = 0 } = input
  if (value === undefined) return word('influenceNotKnown', word(PART_WORDS[name]))
  const count = isolated(`${input.isRounded ? '≈\u00A0' : ''}${wholeOf(value)}`)
  switch (name) {
    case 'reach':
      return word('influenceReach', count)
    case 'unsupported':
      return word('influenceUnsupported')
    case 'lists':
      return word('influenceLists', count, wholeOf(Math.round(usual)))
    case 'engagement':
      return word('influenceReactions', wholeOf(facts.reactions?.reposts ?? 0), wholeOf(facts.reactions?.likes ?? 0), isolated(`≥\u00A0${wholeOf(value)}`), decimalOf(usual))
    case 'activity':
      return word('influenceActivity', decimalOf(value), decimalOf(usual))
    case 'followBack':
      return word(input.points < 0 ? 'influenceFollowBack' : 'influenceFollows', count)
  }
}

/** Where an input comes from and how old it is. */
export function whenceWords({ name, value, origin, isRounded }: Input, facts: Facts, now: number): string | undefined {
  if (value === undefined) return undefined
  if (!origin) return facts.reactions && word(name === 'unsupported' ? 'influenceFromUsual' : 'influenceFromPosts', agoOf(facts.reactions.seenAt, now))
  return word(isRounded ? 'influenceRounded' : 'influenceExact', word(SOURCE_WORDS[origin.source], agoOf(origin.seenAt, now)))
}
