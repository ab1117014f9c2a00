import { numberOf, plural, word } from '../../ui/words'
import type { ReplyId } from './reply'
import type { Usage } from './usage'

/** How many keys make a word, as typing is measured everywhere. */
const KEYS_A_WORD = 5

/** How long somebody types so many keys, in seconds. */
export function secondsFor(keys: number, wordsAMinute: number): number {
  return (keys / KEYS_A_WORD / wordsAMinute) * 60
}

/** Keys that were not typed, and how long that would have taken; undefined where nothing was saved, or where nobody wants to know. */
export function savedLine(keys: number, wordsAMinute: number): string | undefined {
  if (keys <= 0 || wordsAMinute <= 0) return undefined
  const seconds = secondsFor(keys, wordsAMinute)
  return word('usageSaved', plural('usageKeys', keys), seconds < 90 ? plural('usageSeconds', Math.round(seconds)) : plural('usageMinutes', Math.round(seconds / 60)))
}

/** What the whole library saved, and by which speed that is reckoned. */
export function TimeSaved({ usage, wordsAMinute }: { readonly usage: ReadonlyMap<ReplyId, Usage>; readonly wordsAMinute: number }) {
  const line = savedLine([...usage.values()].reduce((sum, { keysSaved }) => sum + keysSaved, 0), wordsAMinute)
  return line === undefined ? null : <p class="quiet small time-saved">{word('usageSavedAll', line, numberOf(wordsAMinute))}</p>
}
