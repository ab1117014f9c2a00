/** What was used before, the newest last; `here` where it was with this person or in this thread. */
export interface Past {
  readonly index: number
  readonly here: boolean
}

/** Which of several ways to say something. */
export interface Picked {
  readonly index: number
  /** Every way was used with this person or in this thread before. */
  readonly allUsed: boolean
}

/** Picks one of `count` ways: none that was used here, of those the least recently used anywhere, and of equals the one that the seed takes. */
export function pickVariant(count: number, past: readonly Past[], seed: number): Picked {
  const all = Array.from({ length: count }, (_none, index) => index)
  const usedHere = new Set(past.filter(({ here }) => here).map(({ index }) => index))
  const unused = all.filter((index) => !usedHere.has(index))
  const allUsed = unused.length === 0 && count > 0
  const relevant = allUsed ? past.filter(({ here }) => here) : past
  const lastUse = (index: number): number => relevant.findLastIndex((use) => use.index === index)
  const candidates = (allUsed ? all : unused).map((index) => ({ index, last: lastUse(index) }))
  const oldest = Math.min(...candidates.map(({ last }) => last))
  const equals = candidates.filter(({ last }) => last === oldest)
  return { index: equals[Math.floor(chance(seed) * equals.length)]?.index ?? 0, allUsed }
}

/** A number from 0 up to before 1 that the seed alone decides. Source: mulberry32, public domain. */
export function chance(seed: number): number {
  let mixed = (seed + 0x6d2b79f5) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
