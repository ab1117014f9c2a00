import { Misread, misread } from './misread'
import { parsePrompt } from './parse-prompt'
import type { Format, Name, Part, Span } from './template'
import { type Token, TokenReader, type TypeOf } from './tokens'
import type { ValueType } from './variables'

const UNITS = ['h', 'd', 'w', 'm', 'y'] as const
const STOP = /^\{(\d{0,3})\|(?!\s*")([^]*)\}$/
const NESTED = /^\{>\s*\/?([^\s{}|"]+)\s*([^]*)\}$/
/** The ways to write a value, by what it is; `plural` and `ordinal` have forms instead of a word. */
const FORMATS: Readonly<Record<ValueType, readonly string[]>> = {
  moment: ['short', 'medium', 'long', 'full', 'weekday', 'day', 'month', 'time', 'rel'],
  number: ['number', 'percent', 'currency', 'plural', 'ordinal'],
  text: ['upper', 'lower'],
  list: ['upper', 'lower'],
  flag: [],
}
/** Names behind which anything may be: what was typed, and the team's own fields. */
const OPEN = /^\d|^args$|^(?:pref|field|case)\./

/** Reads a tag that stands alone: a value, a prompt, a stop or another reply. Throws a Misread where it is none. */
export function parseTag(text: string, span: Span, typeOf: TypeOf): Part {
  const whole = text.slice(span.at, span.end)
  const begin = whole[1] ?? ''
  const stop = /[\d|]/.test(begin) ? STOP.exec(whole) : null
  if (stop) return { kind: 'stop', number: Number(stop[1]), placeholder: (stop[2] ?? '').replace(/\\([^])/g, '$1'), ...span }
  const nested = begin === '>' ? NESTED.exec(whole) : null
  if (nested) return { kind: 'nested', trigger: nested[1] ?? '', args: (nested[2] ?? '').trim(), ...span }
  const isPrompt = begin === '?'
  const reader = new TokenReader(text, { at: span.at + (isPrompt ? 2 : 1), end: span.end - 1 }, typeOf)
  if (isPrompt) return { kind: 'prompt', prompt: parsePrompt(reader), ...span }
  if (!reader.peek) throw new Misread('empty', span, whole)
  return parseValue(reader, span)
}

function parseValue(reader: TokenReader, span: Span): Part {
  const names: Name[] = []
  let fallback: string | undefined
  do {
    const token = reader.take()
    if (token?.kind === 'text') fallback = token.text
    else names.push(nameOf(token, reader))
  } while (fallback === undefined && reader.takes('|'))
  const format = reader.takes(':') ? formatOf(reader, names) : undefined
  if (reader.peek) misread('syntax', reader.peek, reader)
  if (names.length === 0) throw new Misread('syntax', span, fallback ?? '')
  return { kind: 'value', names, fallback, format, ...span }
}

function nameOf(token: Token | undefined, reader: TokenReader): Name {
  const isArgument = token?.kind === 'number' && /^[1-9]\d?$/.test(token.text)
  if (token?.kind !== 'word' && !isArgument) return misread('syntax', token, reader)
  const type = reader.typeOf(token.text) ?? misread('unknown variable', token, reader)
  const amount = reader.peek
  if (type !== 'moment' || amount?.kind !== 'number') return { name: token.text }
  reader.take()
  const unit = UNITS.find((unit) => reader.takes(unit)) ?? misread('syntax', reader.peek, reader)
  return { name: token.text, offset: { amount: amount.number, unit } }
}

function formatOf(reader: TokenReader, names: readonly Name[]): Format {
  const token = reader.take()
  const fits = (name: string): boolean => (OPEN.test(name) ? Object.values(FORMATS).flat() : FORMATS[reader.typeOf(name) ?? 'text']).includes(token?.text ?? '')
  if (token?.kind !== 'word' || !names.every(({ name }) => fits(name))) return misread('unknown format', token, reader)
  if (token.text === 'plural' || token.text === 'ordinal') return { name: token.text, word: '', forms: formsOf(token, reader) }
  const word = reader.peek?.kind === 'word' ? reader.take() : undefined
  return { name: token.text, word: word?.text ?? '', forms: {} }
}

/** `one "day" other "days"`, and `=0 "no day"` for one number alone. */
function formsOf(token: Token, reader: TokenReader): Format['forms'] {
  const forms: Record<string, string> = Object.create(null) as Record<string, string>
  while (reader.peek) {
    const exact = reader.takes('=') ? '=' : ''
    const form = reader.take()
    const words = reader.take()
    if (form === undefined || words?.kind !== 'text') return misread('forms', words ?? form, reader)
    forms[exact + form.text] = words.text
  }
  return 'other' in forms ? forms : misread('forms', token, reader)
}
