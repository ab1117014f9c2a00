import type { PersonCard, Sighting } from '../../domain/card'
import { type ConcerningPost, joinConcerns } from '../../domain/concern'
import type { Facts } from '../../domain/facts'
import { type Handle, type HandleKey, keyOf, type PostId, type XId } from '../../domain/handle'
import { joinFacts, type Passed, withPassed } from '../../domain/join-facts'
import type { Post } from '../../domain/post'

interface Remembered {
  readonly card: PersonCard | undefined
  /** The id that was asked about with the handle. */
  readonly askedXId: XId | undefined
}

/** Of so many posts a tab remembers that they were counted. */
const MOST_POSTS = 20_000

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

/** Makes a memory of at most `most` authors; the longest unseen are forgotten first. */
export function makeTabMemory(most = 5_000): TabMemory {
  const people = new Map<HandleKey, Remembered>()
  const stale = new Set<HandleKey>()
  const facts = new Map<HandleKey, Facts>()
  const names = new Map<XId, Handle>()
  const counted = new Map<PostId, true>()
  const passed = new Map<HandleKey, Passed>()

  function keepFacts(seen: readonly Facts[]): void {
    for (const fact of seen) {
      const key = keyOf(fact.handle)
      put(facts, key, joinFacts(facts.get(key), { ...fact, ...passed.get(key) }), most)
      if (fact.xId) put(names, fact.xId, fact.handle, most)
    }
  }

  function learnMore(key: HandleKey, more: Passed): void {
    put(passed, key, { ...passed.get(key), ...more }, most)
    const held = facts.get(key)
    // What is kept of earlier days may say more than this tab saw.
    if (held) put(facts, key, withPassed(held, more), most)
  }

  return {
    knows({ handle, xId }) {
      const held = people.get(keyOf(handle))
      return held !== undefined && !stale.has(keyOf(handle)) && (xId === undefined || held.askedXId === xId || held.card?.xId === xId)
    },
    cardOf: (handle) => people.get(keyOf(handle))?.card,
    factsOf: (handle) => facts.get(keyOf(handle)),
    handleOf: (xId) => names.get(xId),
    keep(asked, cards) {
      keepFacts(cards.flatMap(({ facts }) => facts ?? []))
      const byKey = new Map(cards.map((card) => [card.key, card]))
      for (const { handle, xId } of asked) put(people, keyOf(handle), { card: byKey.get(keyOf(handle)), askedXId: xId }, most)
      for (const { handle } of asked) stale.delete(keyOf(handle))
    },
    keepFacts,
    isCounted: (post) => counted.has(post),
    countPost({ author, id, reactions: { reposts, likes }, lang }, now) {
      if (id) put(counted, id, true, MOST_POSTS)
      const key = keyOf(author)
      const before = passed.get(key)?.reactions ?? { posts: 0, reposts: 0, likes: 0 }
      const reactions = { posts: before.posts + 1, reposts: before.reposts + reposts, likes: before.likes + likes, seenAt: now }
      learnMore(key, { reactions, lang })
      return before.posts > 0
    },
    noteConcern(author, post) {
      const key = keyOf(author)
      learnMore(key, { concerns: joinConcerns(passed.get(key)?.concerns, [post]) })
    },
    keepName: (xId, handle) => put(names, xId, handle, most),
    forget(keys) {
      for (const key of keys) if (people.has(key)) stale.add(key)
    },
  }
}

function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}
