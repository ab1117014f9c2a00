import type { Span, TemplateError } from './template'
import type { Token, TokenReader } from './tokens'

/** Thrown within the parser where a tag cannot be read, and caught by it: it ends in the list of errors. */
export class Misread extends Error {
  readonly error: TemplateError

  constructor(code: TemplateError['code'], { at, end }: Span, about: string) {
    super(code)
    this.error = { code, at, end, about }
  }
}

/** Stops at a token that should not stand there, or at the end where something is missing. */
export function misread(code: TemplateError['code'], token: Token | undefined, reader: TokenReader): never {
  throw new Misread(code, token ?? { at: reader.end, end: reader.end + 1 }, token?.text ?? '')
}
