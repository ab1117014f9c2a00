/** A map that forgets whatever was not used for long. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/**
 * Holds the last `least` entries that were set or got, and never more than twice as many. Two maps of which the older one goes as a whole:
 * moving an entry to the end with every use, as one map would need, costs a post that scrolls by more than all it is asked.
 */
export function makeRecent<Key, Value>(least: number): Recent<Key, Value> {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()

  function set(key: Key, value: Value): void {
    young.set(key, value)
    if (young.size < least) return
    old = young
    young = new Map()
  }

  function recall(key: Key): Value | undefined {
    const value = old.get(key)
    if (value !== undefined) set(key, value)
    return value
  }

  return { get: (key) => young.get(key) ?? recall(key), set }
}
