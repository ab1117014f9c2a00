import type { Mention } from './mention'

/** A mention with what lifts its writer in the queue, 0 to 100, and whether we hold them. */
export interface Waiter extends Mention {
  readonly since: number
  readonly lift: number
  readonly isHeld: boolean
  /** How many other posts of its conversation are recorded. */
  readonly others: number
}

/** A mention as the queue takes it: those of whom no score is known stand in the middle. */
export function waiterOf(mention: Mention, score: number | undefined, isHeld: boolean, others: number): Waiter {
  return { ...mention, since: mention.at, lift: score ?? 50, isHeld, others }
}
