import type { PersonCard, Sighting } from '../../domain/card'
import { type ConcerningPost, joinConcerns } from '../../domain/concern'
import type { Facts } from '../../domain/facts'
import { type Handle, type HandleKey, keyOf, type PostId, type XId } from '../../domain/handle'
import { joinFacts, type Passed, withPassed } from '../../domain/join-facts'
import type { Post } from '../../domain/post'
import { makeRecent } from './recent'

/** What is held of one author. */
interface Remembered {
  /** Whether the background said what it holds, and nothing changed since. */
  isAnswered: boolean
  card: PersonCard | undefined
  /** The id that was asked about with the handle. */
  askedXId: XId | undefined
  facts: Facts | undefined
  passed: Passed | undefined
}

/** Of at least so many posts a tab remembers that they were counted. */
const LEAST_POSTS = 20_000

/** What one tab knows of the authors it saw: bounded, and gone with the tab. */
export interface TabMemory {
  /** True when a question about this author would bring nothing new. */
  knows(sighting: Sighting): boolean
  cardOf(handle: Handle): PersonCard | undefined
  factsOf(handle: Handle): Facts | undefined
  handleOf(xId: XId): Handle | undefined
  keep(asked: readonly Sighting[], cards: readonly PersonCard[]): void
  keepFacts(facts: readonly Facts[]): void
  isCounted(post: PostId): boolean
  /** Counts the reactions on a post that was not counted yet; true where that changes what was known of its author. `now` in ms since 1970. */
  countPost(post: Post, now: number): boolean
  /** That this post of somebody's concerns us. */
  noteConcern(author: Handle, post: ConcerningPost): void
  keepName(xId: XId, handle: Handle): void
  /** What we held on these people is out of date. Their old badges stay until the new answer. */
  forget(keys: Iterable<HandleKey>): void
}

/** Makes a memory of the `least` authors that were seen last, or of up to twice as many. */
export function makeTabMemory(least = 5_000): TabMemory {
  const people = makeRecent<HandleKey, Remembered>(least)
  const names = makeRecent<XId, Handle>(least)
  const counted = makeRecent<PostId, true>(LEAST_POSTS)

  function heldOf(key: HandleKey): Remembered {
    const known = people.get(key)
    if (known) return known
    const held = { isAnswered: false, card: undefined, askedXId: undefined, facts: undefined, passed: undefined }
    people.set(key, held)
    return held
  }

  function keepFacts(seen: readonly Facts[]): void {
    for (const fact of seen) {
      const held = heldOf(keyOf(fact.handle))
      held.facts = joinFacts(held.facts, held.passed ? { ...fact, ...held.passed } : fact)
      if (fact.xId) names.set(fact.xId, fact.handle)
    }
  }

  function learnMore(held: Remembered, more: Passed): void {
    held.passed = held.passed ? { ...held.passed, ...more } : more
    // What is kept of earlier days may say more than this tab saw.
    if (held.facts) held.facts = withPassed(held.facts, more)
  }

  return {
    knows({ handle, xId }) {
      const held = people.get(keyOf(handle))
      return held?.isAnswered === true && (xId === undefined || held.askedXId === xId || held.card?.xId === xId)
    },
    cardOf: (handle) => people.get(keyOf(handle))?.card,
    factsOf: (handle) => people.get(keyOf(handle))?.facts,
    handleOf: (xId) => names.get(xId),
    keep(asked, cards) {
      keepFacts(cards.flatMap(({ facts }) => facts ?? []))
      const byKey = new Map(cards.map((card) => [card.key, card]))
      for (const { handle, xId } of asked) Object.assign(heldOf(keyOf(handle)), { isAnswered: true, card: byKey.get(keyOf(handle)), askedXId: xId })
    },
    keepFacts,
    isCounted: (post) => counted.get(post) === true,
    countPost({ author, id, reactions: { reposts, likes }, lang }, now) {
      if (id) counted.set(id, true)
      const held = heldOf(keyOf(author))
      const before = held.passed?.reactions ?? { posts: 0, reposts: 0, likes: 0 }
      const reactions = { posts: before.posts + 1, reposts: before.reposts + reposts, likes: before.likes + likes, seenAt: now }
      learnMore(held, { reactions, lang })
      return before.posts > 0
    },
    noteConcern(author, post) {
      const held = heldOf(keyOf(author))
      learnMore(held, { concerns: joinConcerns(held.passed?.concerns, [post]) })
    },
    keepName: (xId, handle) => names.set(xId, handle),
    forget(keys) {
      for (const key of keys) Object.assign(people.get(key) ?? {}, { isAnswered: false })
    },
  }
}
