/** Words for which recent posts are looked through. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  /** One of these has to be in a post: names, handles, tags, or several words that stand together. */
  readonly any: readonly string[]
  /** None of these may be in it. */
  readonly none: readonly string[]
  /** As X names languages; empty for all. */
  readonly lang: string
  readonly on: boolean
}

/** The longest question that X takes. */
export const LONGEST_QUERY = 4096

/** What is wrong with a search. */
export type SearchProblem = 'no words' | 'too short' | 'quotes' | 'too long' | 'language'

/** The question that a search is to X: no reposts, and nothing of our own accounts. */
export function queryOf({ any, none, lang }: Pick<SavedSearch, 'any' | 'none' | 'lang'>, ours: readonly string[]): string {
  const words = any.map(termOf)
  const parts = [words.length > 1 ? `(${words.join(' OR ')})` : words.join(''), ...none.map((word) => `-${termOf(word)}`), ...ours.map((handle) => `-from:${handle}`), '-is:retweet', lang && `lang:${lang}`]
  return parts.filter((part) => part !== '').join(' ')
}

/** Everything that is wrong with a search, so that it can be said while it is typed. */
export function problemsOf(search: Pick<SavedSearch, 'any' | 'none' | 'lang'>, ours: readonly string[]): readonly SearchProblem[] {
  const words = [...search.any, ...search.none]
  const problems: readonly (readonly [SearchProblem, boolean])[] = [
    ['no words', search.any.length === 0],
    ['too short', words.some((word) => [...word].length < 2)],
    ['quotes', words.some((word) => /["“”]/.test(word))],
    ['language', search.lang !== '' && !/^[a-z]{2,3}$/.test(search.lang)],
    ['too long', queryOf(search, ours).length > LONGEST_QUERY],
  ]
  return problems.flatMap(([problem, holds]) => (holds ? [problem] : []))
}

/** Whether a post's words are such as the search asks for, as X tells words apart: whole ones, whatever their case. */
export function matches({ any, none }: Pick<SavedSearch, 'any' | 'none'>, text: string): boolean {
  const words = wordsOf(text)
  const has = (term: string): boolean => ` ${words.join(' ')} `.includes(` ${wordsOf(term).join(' ')} `)
  return any.some(has) && !none.some(has)
}

/** A search out of anything; undefined where it is none. */
export function toSavedSearch(value: unknown): SavedSearch | undefined {
  const { id, name, any, none, lang, on } = Object(value) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || id === '' || id.length > 64) return undefined
  return { id, name: lineOf(name, 60), any: linesOf(any), none: linesOf(none), lang: lineOf(lang, 3), on: on === true }
}

function termOf(word: string): string {
  return /^[@#$]?[\p{L}\p{N}_]+$/u.test(word) && !/^(or|and|not)$/i.test(word) ? word : `"${word}"`
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[@#$]?[\p{L}\p{N}_]+/gu) ?? []
}

function linesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.slice(0, 50).flatMap((item) => lineOf(item, 100) || []) : []
}

function lineOf(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.trim().slice(0, longest).trim() : ''
}
