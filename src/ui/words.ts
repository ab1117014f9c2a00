import { inWords } from '../domain/told'
import type messages from '../../public/_locales/en/messages.json'

/** The name of a sentence in _locales. */
export type WordName = keyof typeof messages

/** Gives a sentence in the user's language. */
export type WordSource = (name: string, substitutions?: readonly string[]) => string

let source: WordSource = (name) => name
let language = 'en'
/** Formats are dear to make, and a page needs the same few again and again. */
const formats = new Map<string, unknown>()

/** Says where words come from: every entry calls it first. */
export function speak(words: WordSource, locale: string): void {
  source = words
  language = locale
  formats.clear()
}

/** A sentence, with what belongs into its places. */
export function word(name: WordName, ...substitutions: readonly (string | number)[]): string {
  return source(name, substitutions.map(String))
}

/** What went wrong elsewhere, in the user's language where it is one of our sentences. */
export function said(what: unknown): string {
  return inWords(what, source)
}

/** Names that exist with the endings One and Other. */
type Plural = WordName extends infer Name ? (Name extends `${infer Stem}Other` ? Stem : never) : never

/** A sentence with a number, in the form that the language wants for it. */
export function plural(stem: Plural, count: number, ...substitutions: readonly (string | number)[]): string {
  const form = kept('plural', () => new Intl.PluralRules(language)).select(count) === 'one' ? 'One' : 'Other'
  return source(`${stem}${form}`, [count.toLocaleString(language), ...substitutions.map(String)])
}

/** A day as people write it: "12 March", with the year when it is another one. */
export function dayOf(moment: number, now: number): string {
  const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear()
  return kept(`day ${sameYear}`, () => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })).format(moment)
}

/** Day and time, for a tooltip or a `time` element. */
export function momentOf(moment: number): string {
  return kept('moment', () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })).format(moment)
}

const STEPS = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 7],
] as const

/** How long ago a moment was: "now", "5 minutes ago", "yesterday", and after a week its day. */
export function agoOf(moment: number, now: number): string {
  const relative = kept('ago', () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
  const passed = Math.max(0, now - moment)
  if (passed < 60_000) return relative.format(0, 'second')
  const step = STEPS.find(([, size, most]) => passed < size * most)
  return step ? relative.format(-Math.floor(passed / step[1]), step[0]) : dayOf(moment, now)
}

/** A word from outside for the middle of a sentence: its direction of writing stays its own. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** Several words as people list them: "lists and reactions". */
export function listed(words: readonly string[]): string {
  return kept('list', () => new Intl.ListFormat(language, { type: 'conjunction' })).format(words)
}

/** A number as people write it: "8,120", or "1.2M" where every digit would be noise. */
export function numberOf(value: number): string {
  const compact = value >= 100_000
  return kept(`number ${compact}`, () => new Intl.NumberFormat(language, compact ? { notation: 'compact', maximumFractionDigits: 1 } : {})).format(value)
}

/** A whole number with every digit: "1,203,456". */
export function wholeOf(value: number): string {
  return kept('whole', () => new Intl.NumberFormat(language, { maximumFractionDigits: 0 })).format(value)
}

/** A rate as people say it: "0.4", "6.3", "120". */
export function decimalOf(value: number): string {
  const digits = value < 10 ? 1 : 0
  return kept(`decimal ${digits}`, () => new Intl.NumberFormat(language, { maximumFractionDigits: digits })).format(value)
}

/** An amount of US dollars, with cents; what is less than one of them is not hidden. */
export function dollarsOf(value: number): string {
  const digits = value > 0 && value < 0.1 ? 3 : 2
  return kept(`dollars ${digits}`, () => new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', minimumFractionDigits: digits, maximumFractionDigits: digits })).format(value)
}

/** Points with their sign, which a minus of full width shows: "+7", "−3". */
export function signed(points: number): string {
  return points === 0 ? '0' : points > 0 ? `+${points}` : `−${Math.abs(points)}`
}

function kept<Format>(name: string, make: () => Format): Format {
  const held = (formats.get(name) as Format | undefined) ?? make()
  formats.set(name, held)
  return held
}
