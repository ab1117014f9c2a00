import type { Format, Moment, Name, Value } from './template'

/** In which language and at what time something is written. */
export interface Place {
  readonly lang: string
  readonly now: number
  readonly timeZone?: string | undefined
}

const DATES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  weekday: { weekday: 'long' },
  day: { day: 'numeric', month: 'long' },
  month: { month: 'long' },
  time: { timeStyle: 'short' },
}
const HOUR = 3_600_000
const STEPS = [
  ['second', 1_000, 60],
  ['minute', 60_000, 60],
  ['hour', HOUR, 24],
  ['day', 24 * HOUR, 14],
  ['week', 168 * HOUR, 9],
  ['month', 730 * HOUR, 12],
  ['year', 8_766 * HOUR, Infinity],
] as const
/** Formats are dear to make, and a library needs the same few again and again. */
const kept = new Map<string, unknown>()

/** A value as the reply's language writes it; empty where it has no form for it. */
export function writeValue(value: Value, format: Format | undefined, place: Place): string {
  if (format?.name === 'plural' || format?.name === 'ordinal') return formOf(value, format, place)
  if (typeof value === 'number') return writeNumber(value, format, place)
  if (isMoment(value)) return writeMoment(value, format, place)
  const text = typeof value === 'object' ? keep(`list ${place.lang}`, () => new Intl.ListFormat(known(place.lang))).format(value) : String(value)
  if (format?.name === 'upper') return text.toLocaleUpperCase(known(place.lang))
  return format?.name === 'lower' ? text.toLocaleLowerCase(known(place.lang)) : text
}

/** A moment moved by an offset such as `+2d`. */
export function moved({ ms }: Moment, offset: Name['offset']): Moment {
  if (!offset) return { ms }
  const { amount, unit } = offset
  if (unit === 'h') return { ms: ms + amount * HOUR }
  if (unit === 'd' || unit === 'w') return { ms: ms + amount * (unit === 'd' ? 24 : 168) * HOUR }
  return { ms: inMonths(ms, unit === 'm' ? amount : amount * 12) }
}

/** True for a moment, told from the other values. */
export function isMoment(value: Value): value is Moment {
  return typeof value === 'object' && 'ms' in value
}

/** So many months later, or the last day of that month where it is shorter. */
function inMonths(ms: number, months: number): number {
  const date = new Date(ms)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return date.getTime()
}

function formOf(value: Value, { name, forms }: Format, { lang }: Place): string {
  const number = typeof value === 'number' ? value : Number(value)
  if (!Number.isFinite(number)) return ''
  const type = name === 'ordinal' ? 'ordinal' : 'cardinal'
  const rule = keep(`${type} ${lang}`, () => new Intl.PluralRules(known(lang), { type })).select(number)
  const form = forms[`=${number}`] ?? forms[rule] ?? forms['other'] ?? ''
  return form.replaceAll('#', writeNumber(number, undefined, { lang, now: 0 }))
}

function writeNumber(value: number, format: Format | undefined, { lang }: Place): string {
  if (format?.name === 'percent') return keep(`percent ${lang}`, () => new Intl.NumberFormat(known(lang), { style: 'percent', maximumFractionDigits: 1 })).format(value)
  const currency = format?.name === 'currency' && /^[A-Za-z]{3}$/.test(format.word) ? format.word.toUpperCase() : undefined
  if (currency) return keep(`${currency} ${lang}`, () => new Intl.NumberFormat(known(lang), { style: 'currency', currency })).format(value)
  return keep(`number ${lang}`, () => new Intl.NumberFormat(known(lang))).format(value)
}

function writeMoment({ ms }: Moment, format: Format | undefined, { lang, now, timeZone }: Place): string {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return ''
  if (format?.name === 'rel') return writeRelative(ms - now, lang)
  const style = format?.name ?? 'medium'
  return keep(`date ${style} ${timeZone} ${lang}`, () => new Intl.DateTimeFormat(known(lang), { ...DATES[style], ...(timeZone && { timeZone }) })).format(ms)
}

function writeRelative(distance: number, lang: string): string {
  const relative = keep(`relative ${lang}`, () => new Intl.RelativeTimeFormat(known(lang), { numeric: 'auto' }))
  const [unit, size] = STEPS.find(([, size, most]) => Math.abs(distance) < size * most) ?? STEPS[6]
  return relative.format(Math.trunc(distance / size) || 0, unit)
}

/** The language if it is one, else English: never that of the machine, which need not be that of the reply. */
function known(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

function keep<Made>(name: string, make: () => Made): Made {
  const held = (kept.get(name) as Made | undefined) ?? make()
  kept.set(name, held)
  return held
}
