import { type Reply, SHARED_FIELDS, type SharedField, type SharedWords, sharedWordsOf } from '../reply'
import type { PackedReply } from './pack'

/** What a reply of a pack makes of the one that is here. */
export interface Merged {
  /** With what was changed there; where both changed a field, there wins. */
  readonly reply: Reply
  /** As it is here, with a remark that there is something newer. */
  readonly kept: Reply
  /** The fields that were changed here and there, each in its own way. */
  readonly both: readonly SharedField[]
}

/**
 * Merges three ways: what was changed on one side only is taken from there. The base is how the reply came here, or what the pack says it was made from;
 * without either every difference counts as changed on both sides. A pack that is no newer than what came from it before changes nothing.
 */
export function mergeShared(held: Reply, { reply: theirs, base: theirBase }: PackedReply): Merged {
  const from = held.sharedFrom
  const coming = theirs.sharedFrom
  if (!coming || (from?.origin === coming.origin && coming.rev <= from.rev)) return { reply: held, kept: held, both: [] }
  const base = from?.base ?? theirBase
  const both = SHARED_FIELDS.filter((field) => !isSame(held, theirs, field) && (!base || (!isSame(base, held, field) && !isSame(base, theirs, field))))
  const taken = SHARED_FIELDS.filter((field) => !base || isSame(base, held, field) || both.includes(field))
  const words = Object.fromEntries(taken.map((field) => [field, theirs[field]])) as Partial<Reply>
  return { reply: { ...held, ...words, sharedFrom: coming }, kept: { ...held, sharedFrom: { ...(from ?? { origin: coming.origin, rev: 0 }), newer: coming.rev } }, both }
}

/** Whether a reply that came in a pack was changed here since. */
export function isFork({ sharedFrom, ...reply }: Reply): boolean {
  const { base } = sharedFrom ?? {}
  return base !== undefined && SHARED_FIELDS.some((field) => !isSame(base, reply, field))
}

function isSame(one: SharedWords, other: SharedWords, field: SharedField): boolean {
  return written(sharedWordsOf(one)[field]) === written(sharedWordsOf(other)[field])
}

/** The same words whatever the order of their fields. */
function written(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part)) ?? ''
}
