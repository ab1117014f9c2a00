import { WORD_KIND } from './search-words'

/** Names and what was said are listed by so many beginnings of a word, so that a short search reads one list and not those of thousands of words. */
const SHORT = 4
/** A longer word is listed by this much of it: handles alike then share a list, and whoever asks for more compares the words themselves. */
const DEPTH = 10
const TOLD_BY_LETTERS = new Set<string>([WORD_KIND.name, WORD_KIND.said])
/** Behind every term that begins alike; and behind every list of one term. */
const END = '\uFFFF'
const NEXT = '\u0001'

/** The lists that a search reads: keys from one to another. `isExact`: nobody is on them in vain. */
export interface TermRange {
  readonly from: string
  readonly to: string
  readonly isExact: boolean
}

/** The terms under which the index lists whoever has a word; the word of an alias has none. */
export function* termsOf(word: string): Generator<string> {
  const [kind = '', letters] = [word[0], word.slice(1)]
  if (!TOLD_BY_LETTERS.has(kind)) return yield* kind === WORD_KIND.alias ? [] : [word]
  for (let length = 1; length <= Math.min(SHORT, letters.length); length += 1) yield beginning(kind, letters.slice(0, length))
  if (letters.length > SHORT) yield kind + letters.slice(0, DEPTH)
}

/** The lists of whoever has a word of a kind that begins with these letters. */
export function startingWith(kind: string, letters: string): TermRange {
  if (letters.length <= SHORT) return only(beginning(kind, letters))
  if (letters.length <= DEPTH) return between(kind + letters, kind + letters)
  return { ...only(kind + letters.slice(0, DEPTH)), isExact: false }
}

/** The lists of one term. */
export function only(term: string): TermRange {
  return { from: term, to: term + NEXT, isExact: true }
}

/** The lists of every term from one to another, and of those that begin like the last. */
export function between(from: string, to: string): TermRange {
  return { from, to: to + END, isExact: true }
}

function beginning(kind: string, letters: string): string {
  return kind.toUpperCase() + letters
}
