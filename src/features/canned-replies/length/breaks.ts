import { urlsIn } from './urls'

/** A place where a text may be parted: 3 after a paragraph, 2 after a sentence, 1 between words, 0 within a word where nothing else helps. */
export interface Break {
  readonly at: number
  readonly rank: 0 | 1 | 2 | 3
}

type Range = readonly [number, number]

/** What belongs together: names, hashtags and cashtags, and a number with its unit or currency. */
const TOGETHER = /[@＠][\w]{1,30}|[#＃$][\p{L}\p{M}\p{N}_]+|[€$£¥]\s?\d[\d.,:]*|(?<![\p{L}\p{N}])\d[\d.,:/-]*(?:\s?(?:%|‰|°[CF]?|[€$£¥])|\s[\p{L}µ]{1,5}(?![\p{L}\p{N}]))/gu

/** Every place where a text may be parted, the end of it among them. The last word and what follows `bodyEnd`, the signature, stay together. */
export function breaksIn(text: string, bodyEnd: number, lang: string): readonly Break[] {
  const closed = closedRanges(text, bodyEnd)
  const ranks = new Map<number, Break['rank']>()
  const add = (at: number, rank: Break['rank']): void => void ranks.set(at, Math.max(rank, ranks.get(at) ?? 0) as Break['rank'])
  for (const { index } of segments(text, 'grapheme', lang)) add(index, 0)
  for (const { index, segment } of segments(text, 'word', lang)) add(index, /^\s/.test(segment) || /\s/.test(text[index - 1] ?? '') || !isSpaced(segment) ? 1 : 0)
  for (const { index } of segments(text, 'sentence', lang)) add(index, 2)
  for (const { index, 0: gap } of text.matchAll(/\s*\n\s*\n\s*/g)) add(index + gap.length, 3)
  ranks.set(text.length, 3)
  ranks.delete(0)
  const open = openPlaces(closed)
  return [...ranks].filter(([at]) => open(at)).sort(([one], [other]) => one - other).map(([at, rank]) => ({ at, rank }))
}

function closedRanges(text: string, bodyEnd: number): readonly Range[] {
  const names = Array.from(text.matchAll(TOGETHER), ({ 0: found, index }): Range => [index, index + found.length])
  const lastWord = text.slice(0, bodyEnd).search(/\S+$/)
  const signed: readonly Range[] = bodyEnd < text.length ? [[Math.max(0, lastWord), text.length]] : []
  return [...urlsIn(text), ...names, ...signed].sort(([one], [other]) => one - other)
}

/** Tells of places, asked from left to right, whether they lie within none of the ranges. */
function openPlaces(ranges: readonly Range[]): (at: number) => boolean {
  const closed = new Set<number>()
  for (const [from, to] of ranges) for (let at = from + 1; at < to; at += 1) closed.add(at)
  return (at) => !closed.has(at)
}

/** False for a script that puts no spaces between words: there every word may begin a part. */
function isSpaced(segment: string): boolean {
  return !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(segment)
}

function segments(text: string, granularity: 'grapheme' | 'word' | 'sentence', lang: string): Iterable<Intl.SegmentData> {
  return new Intl.Segmenter(lang === '' ? undefined : lang, { granularity }).segment(text)
}
