import type { Span } from './template'

/** A place for the caret: Tab goes through them by number, 0 is the last. `at` and `end` stand around its placeholder. */
export interface Stop extends Span {
  readonly number: number
}

/** What is written so far; a text never changes, so going back is cheap. */
interface Written {
  readonly text: string
  readonly isGap: boolean
  readonly stops: number
  readonly literals: number
}

/** The most signs that come out of one template. */
const LONGEST = 100_000
/** How far back a seam is mended. */
const LONGEST_SEAM = 64

/** Puts a reply together, and mends the seam where a part of it vanished. */
export class Writer {
  text = ''
  readonly stops: Stop[] = []
  readonly literals: Span[] = []
  #isGap = false

  get isFull(): boolean {
    return this.text.length > LONGEST
  }

  /** Appends words. Two brackets that only meet here would look like an optional part: one stays. */
  append(words: string): void {
    if (words === '') return
    const mended = this.#isGap ? this.#mend(words) : words
    if (mended === '') return
    this.#isGap = false
    const last = this.text.at(-1)
    this.text += last === '[' || last === ']' ? mended.replace(last === '[' ? /^\[+/ : /^\]+/, '') : mended
  }

  /** Appends what the author escaped: it comes out as it is. */
  literal(words: string): void {
    this.append('')
    this.#isGap = false
    this.literals.push({ at: this.text.length, end: this.text.length + words.length })
    this.text += words
  }

  stop(number: number, placeholder: string): void {
    if (placeholder !== '') this.append(placeholder)
    this.stops.push({ number, at: this.text.length - placeholder.length, end: this.text.length })
  }

  /** Something vanished here. */
  gap(): void {
    this.#isGap = true
  }

  mark(): Written {
    return { text: this.text, isGap: this.#isGap, stops: this.stops.length, literals: this.literals.length }
  }

  goBack({ text, isGap, stops, literals }: Written): void {
    this.text = text
    this.#isGap = isGap
    this.stops.length = stops
    this.literals.length = literals
  }

  /** Ends the text; what vanished at its end leaves no space or comma there. */
  end(): void {
    if (this.#isGap) this.#cut(/[\s,;:]+$/)
    this.#isGap = false
  }

  /** The words that follow a gap, without what is too much on either side of it. */
  #mend(words: string): string {
    if (this.text === '' || this.text.endsWith('\n')) return words.replace(/^[^\S\n]*[,;:.!?]*[^\S\n]+|^[,;:.!?]+|^\n+/, '')
    const isBroken = /\s$/.test(this.text)
    if (/^[^\S\n]*\n/.test(words)) this.#cut(/[^\S\n]+$/)
    else if (/^[^\S\n]*[,;:.!?)\]]/.test(words)) return this.#beforePunctuation(words.trimStart())
    return isBroken && this.text !== '' ? words.replace(/^[^\S\n]+/, '') : words
  }

  #beforePunctuation(words: string): string {
    this.#cut(/\s+$/)
    const before = this.text.at(-1) ?? ''
    const after = words[0] ?? ''
    if (before === '(' && after === ')') {
      this.#cut(/\s*\($/)
      return words.slice(1)
    }
    if (',;:'.includes(before) && ',;:.!?'.includes(after)) this.#cut(/[,;:]$/)
    else if ('.!?'.includes(before) && ',;:.'.includes(after)) return words.slice(1)
    return words
  }

  /** Takes something away from the end, but nothing that the author escaped or that a stop stands around. */
  #cut(end: RegExp): void {
    const fixed = Math.max(0, this.text.length - LONGEST_SEAM, ...this.stops.slice(-1).map((stop) => stop.end), ...this.literals.slice(-1).map((literal) => literal.end))
    this.text = this.text.slice(0, fixed) + this.text.slice(fixed).replace(end, '')
  }
}
