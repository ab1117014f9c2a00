import { fold } from '../../domain/fold'

/** The longest word that is kept; longer ones are found by their beginning. */
const LONGEST_WORD = 32

const WORD = /[\p{L}\p{N}_]+/gu
/** Scripts that put no spaces between words. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+)/u

/** The words of a text to index, folded; of a script without spaces every two neighbours, so that no dictionary decides what is found. */
export function* indexWords(text: string): Generator<string> {
  for (const [match] of fold(text).matchAll(WORD)) {
    for (const run of runsOf(match)) yield* isUnspaced(run) ? pairsOf(run, true) : wholeAndParts(run)
  }
}

/** The words that a typed text asks for, folded: each is the beginning of an indexed one. */
export function askedWords(text: string): readonly string[] {
  const runs = [...fold(text).matchAll(WORD)].flatMap(([match]) => runsOf(match))
  return runs.flatMap((run) => (isUnspaced(run) ? Array.from(pairsOf(run, false)) : cut(run)))
}

/** Where in a text the words stand that begin with one of these, each [from, to); `asked` is folded. */
export function placesOf(text: string, asked: readonly string[]): readonly (readonly [number, number])[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}_]+/gu)].flatMap((match) => placesIn(match[0], match.index, asked))
}

function placesIn(word: string, at: number, asked: readonly string[]): readonly (readonly [number, number])[] {
  const folded = fold(word)
  if (!UNSPACED.test(folded)) return startsOf(folded).some((start) => asked.some((ask) => start.startsWith(ask))) ? [[at, at + word.length]] : []
  // Folding may change the length: then the whole run is marked rather than a wrong piece of it.
  const isAligned = folded.length === word.length
  return asked.flatMap((ask) => {
    const from = folded.indexOf(ask)
    if (from < 0) return []
    return [isAligned ? ([at + from, at + from + ask.length] as const) : ([at, at + word.length] as const)]
  })
}

function startsOf(word: string): readonly string[] {
  return word.includes('_') ? [word, ...word.split('_')] : [word]
}

function runsOf(word: string): readonly string[] {
  return UNSPACED.test(word) ? word.split(UNSPACED).filter((run) => run !== '') : [word]
}

function isUnspaced(run: string): boolean {
  return UNSPACED.test(run.slice(0, 2))
}

function wholeAndParts(word: string): readonly string[] {
  return startsOf(word).flatMap((start) => (start === '' ? [] : [cut(start)]))
}

function* pairsOf(run: string, withLast: boolean): Generator<string> {
  const letters = [...run]
  for (let at = 0; at < letters.length - 1; at += 1) yield `${letters[at]}${letters[at + 1]}`
  if (withLast || letters.length === 1) yield letters.at(-1) ?? ''
}

function cut(word: string): string {
  return word.slice(0, LONGEST_WORD)
}
