/** How measured values lie: a mean would hide what a person feels. */
export interface Distribution {
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** The distribution of some values, by nearest rank. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number): number => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN)
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

/** The value in the middle. */
export function medianOf(values: readonly number[]): number {
  return distributionOf(values).p50
}

/** Three digits after the point are more than any of our clocks can tell. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
