import { fold } from '../../domain/fold'
import { askedWords } from './fold-words'
import { piecesOf, type QueryPiece } from './query-pieces'

/** The longest search, in characters. */
export const LONGEST_QUERY = 400

/** The most words of one search. */
export const MOST_TERMS = 8

/** What is wrong with a piece of a search; the view has a sentence for each. */
export type ProblemKind = 'tooLong' | 'tooMany' | 'unclosed' | 'tagEmpty' | 'notADay' | 'notASpan' | 'notAScore'

/** A piece of the typed text, [from, to), that means nothing to us. */
export interface SearchProblem {
  readonly kind: ProblemKind
  readonly from: number
  readonly to: number
}

/** One thing that must hold of whoever is found. Moments in ms since 1970. */
export type SearchNeed =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'phrase'; readonly text: string; readonly words: readonly string[] }
  | { readonly kind: 'tag'; readonly tag: string; readonly isWhole: boolean }
  | { readonly kind: 'last'; readonly from: number; readonly before: number }
  /** Whole scores as they are shown, both included. */
  | { readonly kind: 'score'; readonly from: number; readonly to: number }

/** A search as understood: what is wrong is told, the rest still counts. */
export interface SearchQuery {
  readonly needs: readonly SearchNeed[]
  readonly problems: readonly SearchProblem[]
}

type Meaning = readonly SearchNeed[] | ProblemKind

/** A search out of what was typed: words, "phrases", tag: before: last:>30d score:>70. */
export function parseQuery(text: string, now: number): SearchQuery {
  const needs: SearchNeed[] = []
  const problems: SearchProblem[] = text.length > LONGEST_QUERY ? [{ kind: 'tooLong', from: LONGEST_QUERY, to: text.length }] : []
  for (const piece of piecesOf(text.slice(0, LONGEST_QUERY))) {
    const { from, to } = piece
    if (!piece.isClosed) problems.push({ kind: 'unclosed', from, to })
    const meaning = meaningOf(piece, now)
    if (typeof meaning === 'string') problems.push({ kind: meaning, from, to })
    else if (needs.length + meaning.length > MOST_TERMS) problems.push({ kind: 'tooMany', from, to })
    else needs.push(...meaning)
  }
  return { needs, problems }
}

function meaningOf(piece: QueryPiece, now: number): Meaning {
  switch (piece.operator) {
    case 'tag':
      return tagNeed(piece)
    case 'before':
      return beforeNeed(piece.value)
    case 'last':
      return lastNeed(piece.value, now)
    case 'score':
      return scoreNeed(piece.value)
    case undefined:
      return piece.isQuoted ? phraseNeed(piece.value) : askedWords(piece.value).map((word) => ({ kind: 'word', word }))
  }
}

function tagNeed({ value, isQuoted }: QueryPiece): Meaning {
  const tag = fold(value.trim())
  return tag === '' ? 'tagEmpty' : [{ kind: 'tag', tag, isWhole: isQuoted }]
}

function phraseNeed(value: string): Meaning {
  const words = askedWords(value)
  const text = fold(value).trim().replace(/\s+/g, ' ')
  return words.length === 0 ? [] : [{ kind: 'phrase', text, words: words.slice(0, MOST_TERMS) }]
}

const DAY = /^([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?$/

function beforeNeed(value: string): Meaning {
  const [, year = '', month = '1', day = '1'] = DAY.exec(value) ?? []
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  const isReal = year !== '' && date.getMonth() === Number(month) - 1 && date.getDate() === Number(day)
  return isReal ? [{ kind: 'last', from: 0, before: date.getTime() }] : 'notADay'
}

const SPAN = /^([<>])([0-9]{1,4})([dwmy])$/
const MS_OF = { d: 86_400_000, w: 7 * 86_400_000, m: 30 * 86_400_000, y: 365 * 86_400_000 } as const

function lastNeed(value: string, now: number): Meaning {
  const [, sign, count, unit] = SPAN.exec(value.toLowerCase()) ?? []
  if (sign === undefined) return 'notASpan'
  const moment = now - Number(count) * MS_OF[unit as keyof typeof MS_OF]
  return [sign === '>' ? { kind: 'last', from: 0, before: moment } : { kind: 'last', from: moment, before: Infinity }]
}

const SCORE = /^(?:([<>]=?)([0-9]{1,3})|([0-9]{1,3})(?:(?:-|–|\.\.)([0-9]{1,3}))?)$/
const HIGHEST = 100

function scoreNeed(value: string): Meaning {
  const [, sign, limit, low, high = low] = SCORE.exec(value) ?? []
  const [from, to] = sign === undefined ? [Number(low), Number(high)] : boundsOf(sign, Number(limit))
  return from >= 0 && from <= HIGHEST && to <= HIGHEST && from <= to ? [{ kind: 'score', from, to }] : 'notAScore'
}

function boundsOf(sign: string, limit: number): readonly [number, number] {
  const beside = sign.endsWith('=') ? 0 : 1
  return sign.startsWith('>') ? [limit + beside, HIGHEST] : [0, limit - beside]
}
