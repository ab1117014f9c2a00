import type { ReplyId } from './reply'
import type { Outcome, ReplyUse } from './reply-use'

/** What the uses of a reply say about it. */
export interface Usage {
  readonly uses: number
  /** Different people whom we keep. */
  readonly people: number
  /** ms since 1970 */
  readonly lastUsed: number
  /** The share of uses that were taken back at once. */
  readonly undoRate: number
  /** The median of how much was changed before sending, 0 to 1; undefined while nothing was sent. */
  readonly editShare: number | undefined
  /** Keys that nobody had to press: what was inserted, but for what was changed of it and for what it takes to pick it. */
  readonly keysSaved: number
  /** How often each outcome was told. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
  /** The mean of the outcomes, -1 to 1; 0 while none was told. */
  readonly outcome: number
}

const WORTH: Readonly<Record<Outcome, number>> = { thanked: 1, solved: 1, 'asked again': -0.5, angry: -1, frightened: -1 }
/** What a trigger and Tab take, or a word in the palette and Enter. */
const KEYS_TO_PICK = 5
const LONG_UNUSED = 90 * 86_400_000

/** The usage of every reply that was used. */
export function usageOf(uses: readonly ReplyUse[]): ReadonlyMap<ReplyId, Usage> {
  const byReply = new Map<ReplyId, ReplyUse[]>()
  for (const use of uses) {
    const held = byReply.get(use.reply)
    if (held) held.push(use)
    else byReply.set(use.reply, [use])
  }
  return new Map(Array.from(byReply, ([id, held]) => [id, usageOfOne(held)]))
}

/** True for a reply that did more harm than good: it frightened two people, or of three who said what came of it more were worse off. */
export function shouldRetire({ outcomes, outcome }: Usage): boolean {
  const told = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  return (outcomes.frightened ?? 0) >= 2 || (told >= 3 && outcome < 0)
}

/** True for a reply that nobody used for 90 days, and that was there all that time. */
export function isLongUnused({ created }: { readonly created: number }, usage: Usage | undefined, now: number): boolean {
  return now - Math.max(created, usage?.lastUsed ?? 0) >= LONG_UNUSED
}

function usageOfOne(uses: readonly ReplyUse[]): Usage {
  const kept = uses.filter(({ undone }) => !undone)
  const shares = kept.flatMap(({ editShare }) => editShare ?? []).sort((one, other) => one - other)
  const told = kept.flatMap(({ outcome }) => outcome ?? [])
  const outcomes: Partial<Record<Outcome, number>> = {}
  for (const outcome of told) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return {
    uses: kept.length,
    people: new Set(kept.flatMap(({ person }) => person ?? [])).size,
    lastUsed: uses.reduce((last, { at }) => Math.max(last, at), 0),
    undoRate: 1 - kept.length / uses.length,
    editShare: medianOf(shares),
    keysSaved: kept.reduce((sum, { length, editShare = 0 }) => sum + Math.max(0, Math.round(length * (1 - editShare)) - KEYS_TO_PICK), 0),
    outcomes,
    outcome: told.length === 0 ? 0 : told.reduce((sum, outcome) => sum + WORTH[outcome], 0) / told.length,
  }
}

function medianOf(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : sorted.length === 0 ? undefined : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
