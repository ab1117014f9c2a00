import { WORD_KIND } from './search-words'

/** Names and what was said are listed by so many beginnings of a word; the longest of these lists has the rest of each word in it. */
const LONGEST = 4
const TOLD_BY_LETTERS = new Set<string>([WORD_KIND.name, WORD_KIND.said])
/** Behind every term that begins alike; and behind every list of one term. */
const END = '\uFFFF'
const NEXT = '\u0001'

/** Where somebody is listed: under which term, and with which rest of the word. */
export interface Term {
  readonly term: string
  readonly rest: string
}

/** The lists that a search reads: keys from one to another, and how the rest of a word must begin. */
export interface TermRange {
  readonly from: string
  readonly to: string
  readonly rest: string
}

/** The terms under which the index lists whoever has a word; the word of an alias has none. */
export function* termsOf(word: string): Generator<Term> {
  const [kind = '', letters] = [word[0], word.slice(1)]
  if (kind === WORD_KIND.alias) return
  if (!TOLD_BY_LETTERS.has(kind)) return yield { term: word, rest: '' }
  for (let length = 1; length < Math.min(LONGEST, letters.length); length += 1) yield { term: kind + letters.slice(0, length), rest: '' }
  yield { term: kind + letters.slice(0, LONGEST), rest: letters.slice(LONGEST) }
}

/** The lists of whoever has a word of a kind that begins with these letters. */
export function startingWith(kind: string, letters: string): TermRange {
  return { ...only(kind + letters.slice(0, LONGEST)), rest: letters.slice(LONGEST) }
}

/** The lists of one term. */
export function only(term: string): TermRange {
  return { from: term, to: term + NEXT, rest: '' }
}

/** The lists of every term from one to another, and of those that begin like the last. */
export function between(from: string, to: string): TermRange {
  return { from, to: to + END, rest: '' }
}
