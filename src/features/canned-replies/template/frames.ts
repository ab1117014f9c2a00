import type { Branch, Part, Span, Template, TemplateError, Test } from './template'

/** What is open at a place of a template. */
interface Frame extends Span {
  readonly kind: 'whole' | 'optional' | 'if' | 'either'
  /** Ways or choices that are complete. */
  readonly done: Branch[]
  test: Test | undefined
  parts: Part[]
  hasElse: boolean
}

const DEEPEST = 20
const MOST_ERRORS = 100

/** What is open, from the outside in, while a template is read. Each method takes a piece and gives the place after it. */
export class Frames {
  readonly #text: string
  readonly #errors: TemplateError[] = []
  readonly #stack: Frame[]
  /** Where the running text began; undefined while none runs. */
  #from: number | undefined
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#stack = [frameOf('whole', { at: 0, end: 0 })]
  }

  /** So much is wrong that the rest is not worth reading. */
  get isHopeless(): boolean {
    return this.#errors.length >= MOST_ERRORS
  }

  get isInEither(): boolean {
    return this.#top.kind === 'either'
  }

  letter(at: number): number {
    this.#from ??= at
    this.#at = at + 1
    return this.#at
  }

  escaped(text: string, span: Span): number {
    return this.add({ kind: 'text', text, isEscaped: true, ...span })
  }

  add(part: Part): number {
    this.#endText(part.at)
    this.#top.parts.push(part)
    return part.end
  }

  /** Something wrong that stays in the text as it is. */
  wrong(code: TemplateError['code'], span: Span): number {
    this.fault({ code, ...span, about: this.#text.slice(span.at, span.end) })
    this.add({ kind: 'text', text: this.#text.slice(span.at, span.end), isEscaped: false, ...span })
    return span.end
  }

  fault(error: TemplateError): void {
    if (this.#errors.length < MOST_ERRORS) this.#errors.push(error)
  }

  open(kind: 'optional' | 'if' | 'either', span: Span, test?: Test): number {
    if (this.#stack.length > DEEPEST) return this.wrong('depth', span)
    this.#endText(span.at)
    this.#stack.push({ ...frameOf(kind, span), test })
    return span.end
  }

  otherwise(span: Span, test: Test | undefined): number {
    const frame = this.#closest('if', span)
    if (!frame || frame.hasElse) return this.wrong('unopened', span)
    this.#endWay(frame, span)
    frame.test = test
    frame.hasElse = test === undefined
    return span.end
  }

  endIf(span: Span): number {
    const frame = this.#closest('if', span)
    if (!frame) return this.wrong('unopened', span)
    this.#endWay(frame, span)
    return this.#pop({ kind: 'if', branches: frame.done, at: frame.at, end: span.end })
  }

  endOptional(span: Span): number {
    const frame = this.#closest('optional', span)
    if (!frame) return this.wrong('unopened', span)
    this.#endText(span.at)
    return this.#pop({ kind: 'optional', parts: frame.parts, at: frame.at, end: span.end })
  }

  nextChoice(span: Span): number {
    this.#endWay(this.#top, span)
    return span.end
  }

  endEither(span: Span): number {
    const frame = this.#closest('either', span)
    if (!frame) return this.wrong('unopened', span)
    this.#endWay(frame, span)
    return this.#pop({ kind: 'either', choices: frame.done.map(({ parts }) => parts), at: frame.at, end: span.end })
  }

  close(): Template {
    this.#endText(this.#text.length)
    while (this.#stack.length > 1) this.#giveUp()
    return { parts: this.#top.parts, errors: this.#errors.sort((one, other) => one.at - other.at) }
  }

  get #top(): Frame {
    return this.#stack.at(-1)!
  }

  #endText(at: number): void {
    if (this.#from === undefined) return
    this.#top.parts.push({ kind: 'text', text: this.#text.slice(this.#from, at), isEscaped: false, at: this.#from, end: at })
    this.#from = undefined
  }

  #endWay(frame: Frame, { at }: Span): void {
    this.#endText(at)
    frame.done.push({ test: frame.test, parts: frame.parts })
    frame.test = undefined
    frame.parts = []
  }

  #pop(part: Part): number {
    this.#stack.pop()
    this.#top.parts.push(part)
    return part.end
  }

  /** The innermost frame of a kind; what stands open inside of it was never closed. */
  #closest(kind: Frame['kind'], { at }: Span): Frame | undefined {
    if (!this.#stack.some((frame) => frame.kind === kind)) return undefined
    this.#endText(at)
    while (this.#top.kind !== kind) this.#giveUp()
    return this.#top
  }

  /** Takes a frame that is never closed for an error, and what is in it for parts of the one around it. */
  #giveUp(): void {
    const frame = this.#stack.pop()!
    this.fault({ code: 'unclosed', at: frame.at, end: frame.end, about: this.#text.slice(frame.at, frame.end) })
    for (const { parts } of [...frame.done, { parts: frame.parts }]) for (const part of parts) this.#top.parts.push(part)
  }
}

function frameOf(kind: Frame['kind'], span: Span): Frame {
  return { kind, ...span, done: [], test: undefined, parts: [], hasElse: false }
}
