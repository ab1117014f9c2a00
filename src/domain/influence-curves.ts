/** ln(1 + e^u) that neither overflows nor loses small values. */
export function softplus(u: number): number {
  return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)))
}

/** The logistic function: 0 to 1, one half at 0. */
export function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u))
}

/** A table of values at 1, 2, … read at x: linear between its points and beyond both ends. */
export function readTable(table: readonly number[], x: number): number {
  const step = Math.min(Math.max(Math.floor(x), 1), table.length - 1)
  const left = table[step - 1]!
  return left + (x - step) * (table[step]! - left)
}

/** Where a rising table reaches a value: the inverse of `readTable`. Infinity at and above its last value. */
export function whereTable(table: readonly number[], value: number): number {
  if (!(value < table[table.length - 1]!)) return Infinity
  let step = 1
  while (step < table.length - 1 && value >= table[step]!) step++
  const left = table[step - 1]!
  return step + (value - left) / (table[step]! - left)
}
