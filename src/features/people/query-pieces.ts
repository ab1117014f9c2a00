/** The words that, with a colon, ask for something special. */
const OPERATORS = ['tag', 'before', 'last', 'score'] as const

type Operator = (typeof OPERATORS)[number]

/** One piece of a typed search, at [from, to). */
export interface QueryPiece {
  readonly operator: Operator | undefined
  readonly value: string
  readonly isQuoted: boolean
  /** False where a quotation mark was opened and never closed. */
  readonly isClosed: boolean
  readonly from: number
  readonly to: number
}

const QUOTES = '"“”„«»'

/** Cuts a search at its spaces, quoted ones excepted. Every character is looked at once, so that no text is slow. */
export function piecesOf(text: string): readonly QueryPiece[] {
  const pieces: QueryPiece[] = []
  let at = 0
  while (at < text.length) {
    if (isSpace(text, at)) at += 1
    else {
      const piece = pieceAt(text, at)
      pieces.push(piece)
      at = piece.to
    }
  }
  return pieces
}

function pieceAt(text: string, from: number): QueryPiece {
  const operator = OPERATORS.find((name) => text.slice(from, from + name.length + 1).toLowerCase() === `${name}:`)
  const start = operator === undefined ? from : from + operator.length + 1
  const isQuoted = isQuote(text, start)
  const end = isQuoted ? endWhere(text, start + 1, isQuote) : endWhere(text, start, (text, at) => isSpace(text, at) || isQuote(text, at))
  if (!isQuoted) return { operator, value: text.slice(start, end), isQuoted, isClosed: true, from, to: end }
  return { operator, value: text.slice(start + 1, end), isQuoted, isClosed: end < text.length, from, to: Math.min(end + 1, text.length) }
}

function endWhere(text: string, from: number, isEnd: (text: string, at: number) => boolean): number {
  let at = from
  while (at < text.length && !isEnd(text, at)) at += 1
  return at
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}

function isQuote(text: string, at: number): boolean {
  return at < text.length && QUOTES.includes(text.charAt(at))
}
