/** Somebody who waits for an answer: since when (ms since 1970), and what lifts them, 0 to 100. */
export interface Waiting {
  readonly since: number
  readonly lift: number
}

/** How the queue is ordered: within this time everybody is due, and so much of it a full lift may save. */
export interface QueueRule {
  /** ms */
  readonly cap: number
  /** 0: first come, first served; just below 1: the lift decides nearly all, within the cap. */
  readonly share: number
}

/**
 * The order in which to answer. Influence may lift, but nobody waits longer than the cap because of a low score: whoever has waited so long
 * comes before all who have not, the longest waiting first; the rest by when they are due, which a lift brings forward.
 */
export function inFairOrder<Item extends Waiting>(waiting: readonly Item[], rule: QueueRule, now: number): readonly Item[] {
  return waiting.toSorted((one, other) => Number(isOverdue(other, rule, now)) - Number(isOverdue(one, rule, now)) || rankOf(one, rule, now) - rankOf(other, rule, now) || one.since - other.since)
}

/** True for whoever has waited for as long as anybody may. */
export function isOverdue({ since }: Waiting, { cap }: QueueRule, now: number): boolean {
  return now - since >= cap
}

function rankOf(item: Waiting, rule: QueueRule, now: number): number {
  return isOverdue(item, rule, now) ? item.since : dueAt(item, rule)
}

/** When somebody is due: a full lift saves its share of the cap, none saves nothing. */
export function dueAt({ since, lift }: Waiting, { cap, share }: QueueRule): number {
  return since + cap * (1 - (Math.min(Math.max(share, 0), 1) * Math.min(Math.max(lift, 0), 100)) / 100)
}
