/** A map that forgets: it holds the entries that were used last, half of the most or more. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/**
 * Holds at most `most` entries, at least 2. Two maps of which the older one goes as a whole: moving an entry to the end with every use,
 * as one map would need, costs a post that scrolls by more than all it is asked.
 */
export function makeRecent<Key, Value>(most: number): Recent<Key, Value> {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()

  function set(key: Key, value: Value): void {
    young.set(key, value)
    if (young.size < most / 2) return
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
