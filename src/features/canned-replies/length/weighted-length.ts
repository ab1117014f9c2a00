import { emojiIn } from './emoji'
import { urlsIn } from './urls'

/** What X takes in a post, and in one of an account that pays for more; nobody documents what a direct message takes, so that is a setting. */
export const LIMITS = { post: 280, long: 25_000, dm: 10_000 } as const

/** How X counts. It counted otherwise before. */
export interface Counting {
  /** What every link counts, however long: X shortens them all. */
  readonly url: number
  /** What a sign counts that is none of the light ones. */
  readonly heavy: number
  /** Whether an emoji counts as one heavy sign, however many it is made of. */
  readonly wholeEmoji: boolean
}

/** Code points that count one. Source: twitter-text's configuration 3. */
const LIGHT = /^[\0-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]$/
/** Byte order marks and codes that are no characters. */
const FORBIDDEN = /[\uFFFE\uFEFF\uFFFF]/
const NOW: Counting = { url: 23, heavy: 2, wholeEmoji: true }

/** How long X takes a text for. */
export function weightedLength(text: string, { url, heavy, wholeEmoji } = NOW): number {
  const normal = text.normalize('NFC')
  const links = urlsIn(normal).map(([from, to]) => ({ from, to, weight: url }))
  const emoji = wholeEmoji ? emojiIn(normal).map(([from, to]) => ({ from, to, weight: heavy })) : []
  let length = 0
  let at = 0
  for (const { from, to, weight } of [...links, ...emoji].sort((one, other) => one.from - other.from)) {
    if (from < at) continue
    length += weightOf(normal.slice(at, from), heavy) + weight
    at = to
  }
  return length + weightOf(normal.slice(at), heavy)
}

/** Whether X would take a text: something is there, it is not too long, and none of what no text may hold is in it. */
export function mayBePosted(text: string, limit: number, counting = NOW): boolean {
  const length = weightedLength(text, counting)
  return length > 0 && length <= limit && !FORBIDDEN.test(text)
}

function weightOf(text: string, heavy: number): number {
  let weight = 0
  for (const sign of text) weight += LIGHT.test(sign) ? 1 : heavy
  return weight
}
