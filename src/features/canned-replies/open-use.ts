import type { ReplyUse } from './reply-use'

/** Before that nobody can know how a reply was taken, in ms. */
const SOON = 10 * 60_000

/** The last use with this person or in this thread of which nobody has told yet what came of it. */
export function openUse(uses: readonly ReplyUse[], now: number): ReplyUse | undefined {
  const last = uses.filter(({ undone }) => !undone).reduce<ReplyUse | undefined>((latest, use) => (latest && latest.at >= use.at ? latest : use), undefined)
  return last && last.outcome === undefined && now - last.at >= SOON ? last : undefined
}
