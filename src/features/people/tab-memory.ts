import type { PersonCard, Sighting } from '../../domain/card'
import type { Facts } from '../../domain/facts'
import { type Handle, type HandleKey, keyOf, type XId } from '../../domain/handle'

interface Remembered {
  readonly card: PersonCard | undefined
  /** The id that was asked about with the handle. */
  readonly askedXId: XId | undefined
}

/** What one tab knows of the authors it saw: bounded, and gone with the tab. */
export interface TabMemory {
  /** True when a question about this author would bring nothing new. */
  knows(sighting: Sighting): boolean
  cardOf(handle: Handle): PersonCard | undefined
  factsOf(handle: Handle): Facts | undefined
  handleOf(xId: XId): Handle | undefined
  keep(asked: readonly Sighting[], cards: readonly PersonCard[]): void
  keepFacts(facts: readonly Facts[]): void
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
  return {
    knows({ handle, xId }) {
      const held = people.get(keyOf(handle))
      return held !== undefined && !stale.has(keyOf(handle)) && (xId === undefined || held.askedXId === xId || held.card?.xId === xId)
    },
    cardOf: (handle) => people.get(keyOf(handle))?.card,
    factsOf: (handle) => facts.get(keyOf(handle)),
    handleOf: (xId) => names.get(xId),
    keep(asked, cards) {
      const byKey = new Map(cards.map((card) => [card.key, card]))
      for (const { handle, xId } of asked) put(people, keyOf(handle), { card: byKey.get(keyOf(handle)), askedXId: xId }, most)
      for (const { handle } of asked) stale.delete(keyOf(handle))
    },
    keepFacts(seen) {
      for (const fact of seen) {
        put(facts, keyOf(fact.handle), fact, most)
        if (fact.xId) put(names, fact.xId, fact.handle, most)
      }
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
