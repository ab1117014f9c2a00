import type { Fields } from '../../domain/change'
import type { Facts } from '../../domain/facts'
import { storedFactsIn } from '../../domain/stored-facts'

/** One of the numbers of an account that are kept. */
export interface KnownFact {
  readonly what: 'followers' | 'following' | 'listed' | 'posts' | 'createdAt' | 'verified' | 'gone' | 'lang' | 'postsSeen' | 'repostsSeen' | 'likesSeen' | 'concerns' | 'followersThen'
  readonly value: number | string
  /** Of what is kept of a moment: when that was, ms since 1970. */
  readonly at?: number
}

/** What is kept of an account's numbers, one by one; nothing where none are. */
export function knownFactsIn(fields: Fields): readonly KnownFact[] {
  const stored = storedFactsIn(fields)
  if (!stored) return []
  const { facts, moments } = stored
  const all: readonly (readonly [KnownFact['what'], number | string | undefined])[] = [...numbersIn(facts), ['verified', facts.verified === 'no' ? undefined : facts.verified], ['gone', facts.gone], ['lang', facts.lang]]
  const known = all.flatMap(([what, value]) => (value === undefined ? [] : [{ what, value }]))
  return [...known, ...moments.map(({ at, followers }) => ({ what: 'followersThen' as const, value: followers, at }))]
}

function numbersIn({ followers, following, listed, posts, createdAt, reactions, concerns }: Facts): readonly (readonly [KnownFact['what'], number | undefined])[] {
  return [
    ['followers', followers],
    ['following', following],
    ['listed', listed],
    ['posts', posts],
    ['createdAt', createdAt],
    ['postsSeen', reactions?.posts],
    ['repostsSeen', reactions?.reposts],
    ['likesSeen', reactions?.likes],
    ['concerns', concerns?.length],
  ]
}
