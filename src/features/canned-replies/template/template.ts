/** A stretch of a text: from `at` up to before `end`, in UTF-16 units as editors count. */
export interface Span {
  readonly at: number
  readonly end: number
}

/** Something that changes over time, ms since 1970. */
export interface Moment {
  readonly ms: number
}

/** What a variable may hold. */
export type Value = string | number | boolean | Moment | readonly string[]

/** A variable as written: `today+2d` has an offset. */
export interface Name {
  readonly name: string
  readonly offset?: { readonly amount: number; readonly unit: 'h' | 'd' | 'w' | 'm' | 'y' } | undefined
}

/** How a value is written: `long`, `rel`, `plural one "day" other "days"`. */
export interface Format {
  readonly name: string
  readonly word: string
  readonly forms: Readonly<Record<string, string>>
}

/** A question that is asked when a reply is filled. */
export interface Prompt {
  readonly name: string
  readonly type: 'text' | 'number' | 'choice' | 'date'
  readonly required: boolean
  readonly choices: readonly string[]
  /** What stands there at first. */
  readonly initial: string
  /** Numbers, or the name of a variable that holds one. */
  readonly min?: number | string | undefined
  readonly max?: number | string | undefined
}

/** A test of a conditional. */
export type Test =
  | { readonly kind: 'given'; readonly name: string }
  | { readonly kind: 'compare'; readonly name: string; readonly by: Comparison; readonly to: string | number | boolean }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'list'; readonly name: string; readonly list: readonly string[] }
  | { readonly kind: 'not'; readonly test: Test }
  | { readonly kind: 'and'; readonly tests: readonly Test[] }
  | { readonly kind: 'or'; readonly tests: readonly Test[] }
export type Comparison = 'is' | '=' | '!=' | '<' | '>' | '<=' | '>='

/** One piece of a template; every piece knows where it stands. */
export type Part = Span &
  (
    | { readonly kind: 'text'; readonly text: string; readonly isEscaped: boolean }
    | { readonly kind: 'value'; readonly names: readonly Name[]; readonly fallback: string | undefined; readonly format: Format | undefined }
    | { readonly kind: 'optional'; readonly parts: readonly Part[] }
    | { readonly kind: 'if'; readonly branches: readonly Branch[] }
    | { readonly kind: 'either'; readonly choices: readonly (readonly Part[])[] }
    | { readonly kind: 'prompt'; readonly prompt: Prompt }
    | { readonly kind: 'stop'; readonly number: number; readonly placeholder: string }
    | { readonly kind: 'nested'; readonly trigger: string; readonly args: string }
  )

/** One way of a conditional; the one without a test is `{else}`. */
export interface Branch {
  readonly test: Test | undefined
  readonly parts: readonly Part[]
}

/** What can be wrong in a template. */
export const ERRORS = [
  'unclosed', // a { or [[ or {if or {~ that never ends
  'unopened', // a } or ]] or {else} or {end} or ~} that nothing began
  'foreign', // a construct of another tool, such as {{name}}
  'empty', // {}
  'syntax', // something inside braces that is no construct
  'unknown variable',
  'unknown format',
  'unknown prompt',
  'test', // the test of an {if} cannot be read, or compares what cannot be compared
  'forms', // a plural without its form "other"
  'depth', // nested too deeply
  'unknown reply', // {> x} where no reply has that trigger
  'cycle', // {> x} that leads back to itself
] as const

/** What is wrong, where, and about which words. */
export interface TemplateError extends Span {
  readonly code: (typeof ERRORS)[number]
  /** The words at fault, for the middle of a sentence; of a cycle its path. */
  readonly about: string
}

/** A text as read. With errors the parts still hold what could be read; it can be shown, and never filled. */
export interface Template {
  readonly parts: readonly Part[]
  readonly errors: readonly TemplateError[]
}
