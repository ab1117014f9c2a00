/** How many authors one tab may ask about at once: more than anybody scrolls by in a quarter of an hour. */
export const MOST_LOOK_UPS = 3_000
/** How many more for each second: who wants to learn a hundred thousand people by asking needs more than an hour. */
export const LOOK_UPS_A_SECOND = 25

/** How many authors a tab may still ask about, and when that was so (ms since 1970). */
export interface Allowance {
  readonly left: number
  readonly at: number
}

/** Takes from an allowance what is wanted, as far as it goes. A clock that goes backwards gives nothing. */
export function takeFrom(held: Allowance | undefined, wanted: number, now: number): { readonly allowance: Allowance; readonly granted: number } {
  const { left, at } = held ?? { left: MOST_LOOK_UPS, at: now }
  const grown = Math.min(MOST_LOOK_UPS, left + (Math.max(0, now - at) / 1_000) * LOOK_UPS_A_SECOND)
  const granted = Math.min(wanted, Math.floor(grown))
  return { allowance: { left: grown - granted, at: now }, granted }
}

/** An allowance out of the session's storage. */
export function toAllowance(value: unknown): Allowance | undefined {
  const { left, at } = Object(value) as { readonly left?: unknown; readonly at?: unknown }
  return typeof left === 'number' && typeof at === 'number' ? { left, at } : undefined
}
