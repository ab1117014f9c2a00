import { breaksIn } from './breaks'
import { weightedLength } from './weighted-length'

/** How the parts of a thread are numbered: `1/3`, `(1/3)` or not at all. */
export const NUMBERINGS = ['none', 'plain', 'round'] as const
export type Numbering = (typeof NUMBERINGS)[number]

/** How a text is parted. */
export interface Splitting {
  /** The most that X takes in one part, weighted. */
  readonly limit: number
  /** What is left for the first part, where something stands before it already. */
  readonly room?: number | undefined
  readonly numbering: Numbering
  /** Ends the last part and is never alone in it. */
  readonly signature?: string | undefined
  /** BCP 47; decides where sentences and words end. */
  readonly lang?: string | undefined
}

/** A part is filled at least so far before a paragraph or a sentence may end it. */
const LEAST_FULL = 1 / 3

/**
 * Parts a text into posts that fit, after a paragraph if one ends in good time, else after a sentence, else between words; never within an address, a
 * name, a hashtag, an emoji or a number with its unit. A text that fits stays one, without a number. The same text is always parted alike.
 */
export function splitThread(text: string, { limit, room = limit, numbering, signature = '', lang = '' }: Splitting): readonly string[] {
  const whole = signature.trim() === '' ? text.trim() : `${text.trim()} ${signature.trim()}`
  if (weightedLength(whole) <= room) return whole === '' ? [] : [whole]
  const breaks = breaksIn(whole, text.trim().length, lang)
  for (let digits = 1; ; digits += 1) {
    const number = numberOf(10 ** digits - 1, 10 ** digits - 1, numbering).length
    const parts = partsOf(whole, breaks, limit - number, room - number)
    if (String(parts.length).length <= digits || digits > 4) return parts.map((part, index) => part + numberOf(index + 1, parts.length, numbering))
  }
}

function partsOf(text: string, breaks: ReturnType<typeof breaksIn>, limit: number, room: number): readonly string[] {
  const parts: string[] = []
  let next = 0
  for (let at = 0; at < text.length; ) {
    const rest = breaks.slice(next)
    const chosen = text.slice(at).trim() === '' ? rest.length - 1 : choose(text, at, rest, at === 0 ? room : limit)
    const end = rest[chosen]?.at ?? text.length
    const part = text.slice(at, end).trim()
    if (part !== '') parts.push(part)
    at = end
    next += chosen + 1
  }
  return parts
}

/** Which of the breaks ends a part that begins at a place. */
function choose(text: string, from: number, breaks: ReturnType<typeof breaksIn>, limit: number): number {
  const lengthTo = (index: number): number => weightedLength(text.slice(from, breaks[index]?.at).trim())
  const last = lastThatFits(breaks.length, (index) => lengthTo(index) <= limit)
  if (last === breaks.length - 1) return last
  const fitting = breaks.slice(0, last + 1).map(({ rank }, index) => ({ rank, index }))
  for (const wanted of [3, 2, 1]) {
    const found = fitting.findLast(({ rank }) => rank >= wanted)
    if (found && (wanted === 1 || lengthTo(found.index) >= limit * LEAST_FULL)) return found.index
  }
  return Math.max(0, last)
}

/** The last of `count` steps that fits, where each is longer than the one before; -1 where none does. */
function lastThatFits(count: number, fits: (index: number) => boolean): number {
  let [low, high] = [0, Math.min(count, 16)]
  while (high < count && fits(high - 1)) [low, high] = [high, Math.min(count, high * 2)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}

function numberOf(part: number, parts: number, numbering: Numbering): string {
  if (numbering === 'none') return ''
  return numbering === 'plain' ? ` ${part}/${parts}` : ` (${part}/${parts})`
}
