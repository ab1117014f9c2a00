/** A number in [0, 1) that depends on nothing but its arguments (integer mixing after MurmurHash3's finaliser). */
export function chanceOf(...numbers: readonly number[]): number {
  let h = 0x9e3779b9
  for (const n of numbers) {
    h = Math.imul(h ^ (n | 0), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
  }
  return (h >>> 0) / 0x1_0000_0000
}

/** A whole number in [0, limit) that depends on nothing but its arguments. */
export function wholeOf(limit: number, ...numbers: readonly number[]): number {
  return Math.floor(chanceOf(...numbers) * limit)
}

/** One of a list, chosen by the numbers alone. */
export function pickOf<T>(list: readonly T[], ...numbers: readonly number[]): T {
  const chosen = list[wholeOf(list.length, ...numbers)]
  if (chosen === undefined) throw new Error('pickOf needs a list with something in it')
  return chosen
}

/** A log-normal amount: `median` in the middle, a few very large ones; what follower counts look like. */
export function logNormalOf(median: number, spread: number, ...numbers: readonly number[]): number {
  const u = Math.max(chanceOf(...numbers, 1), 1e-9)
  const v = chanceOf(...numbers, 2)
  const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
  return Math.round(median * Math.exp(spread * normal))
}
