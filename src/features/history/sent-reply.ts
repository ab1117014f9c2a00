import type { Handle, PostId } from '../../domain/handle'

/** A reply that the user sent in this tab and that has not been seen as a post yet. */
export interface SentReply {
  readonly to: Handle
  readonly text: string
  /** The newest post that was on the page before: what was sent is newer. */
  readonly after: PostId | undefined
  /** ms since 1970 */
  readonly at: number
}

const TEN_MINUTES = 600_000
const MOST_AWAITED = 20
/** X cuts long posts and lets them be unfolded: so much of a beginning is proof enough. */
const ENOUGH = 100

/** Those that may still appear, with one more. */
export function awaiting(sent: readonly SentReply[], one: SentReply): readonly SentReply[] {
  return [...stillAwaited(sent, one.at), one].slice(-MOST_AWAITED)
}

/** The sent reply that a post of ours is; undefined where it is none that was sent here within ten minutes. */
export function sentAs(sent: readonly SentReply[], post: { readonly id: PostId; readonly text: string }, now: number): SentReply | undefined {
  const words = fold(post.text)
  if (words === '') return undefined
  return stillAwaited(sent, now).find(({ text, after }) => (after === undefined || isNewer(post.id, after)) && isSameWords(fold(text), words))
}

/** Whether a post was made after another: X's ids grow. */
export function isNewer(one: PostId, other: PostId): boolean {
  return one.length === other.length ? one > other : one.length > other.length
}

function stillAwaited(sent: readonly SentReply[], now: number): readonly SentReply[] {
  return sent.filter(({ at }) => now - at < TEN_MINUTES)
}

function isSameWords(sent: string, shown: string): boolean {
  return sent === shown || (shown.length >= ENOUGH && sent.startsWith(shown))
}

/** What stays of a text when X shows it: without the names it begins with, and without links, which X shortens; letters and digits alone, or, where there are none, its signs. */
function fold(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(\s*[@＠][a-z0-9_]{1,15})+/, '')
    .split(/\s+/)
    .filter((part) => !/[^\s.]\.[a-z]{2,}(\/|$)/.test(part))
    .join('')
  return words.replace(/[^\p{L}\p{N}]/gu, '') || words.replace(/[\uFE0E\uFE0F\u200D]/g, '')
}
