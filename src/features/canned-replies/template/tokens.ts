import type { Span } from './template'
import type { ValueType } from './variables'

/** What a name holds; undefined where there is no such name. */
export type TypeOf = (name: string) => ValueType | undefined

/** A token of what stands between braces. */
export type Token = Span & ({ readonly kind: 'text'; readonly text: string } | { readonly kind: 'number'; readonly number: number; readonly text: string } | { readonly kind: 'word' | 'sign' | 'odd'; readonly text: string })

/** A quote that is never closed takes all the rest, so that the rest is not tried again from every quote in it. */
const TOKEN = /\s*(?:"((?:[^"\\]|\\[^])*)(?:"|$)|([A-Za-z_]\w*(?:\.\w+)*)|([+-]?\d+(?:\.\d+)?)|(<=|>=|!=|[|:=<>*(),+-])|(\S))/y

/** The tokens between two places of a text. */
function tokensOf(text: string, from: number, end: number): readonly Token[] {
  const inside = text.slice(from, end)
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(inside); match; match = TOKEN.exec(inside)) tokens.push(tokenOf(match, from, from + TOKEN.lastIndex))
  return tokens
}

function tokenOf(match: RegExpExecArray, from: number, end: number): Token {
  const [whole, quoted, word, number, sign, odd] = match
  const at = from + match.index + whole.length - whole.trimStart().length
  if (quoted !== undefined) return { kind: 'text', text: quoted.replace(/\\([^])/g, '$1'), at, end }
  if (word !== undefined) return { kind: 'word', text: word, at, end }
  if (number !== undefined) return { kind: 'number', text: number, number: Number(number), at, end }
  return sign === undefined ? { kind: 'odd', text: odd ?? '', at, end } : { kind: 'sign', text: sign, at, end }
}

/** The tokens between two places of a text, read from left to right. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  #next = 0
  readonly end: number
  readonly typeOf: TypeOf

  constructor(text: string, { at, end }: Span, typeOf: TypeOf) {
    this.#tokens = tokensOf(text, at, end)
    this.end = end
    this.typeOf = typeOf
  }

  get peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  take(): Token | undefined {
    const token = this.peek
    if (token) this.#next += 1
    return token
  }

  /** Takes the next token where it is this word or sign. */
  takes(text: string): boolean {
    const isIt = this.isAt(text)
    if (isIt) this.#next += 1
    return isIt
  }

  isAt(text: string): boolean {
    const { peek } = this
    return peek !== undefined && (peek.kind === 'word' || peek.kind === 'sign') && peek.text === text
  }
}
