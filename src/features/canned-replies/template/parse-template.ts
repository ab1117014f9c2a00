import { Frames } from './frames'
import { Misread } from './misread'
import { parseTag } from './parse-tag'
import { parseTest } from './parse-test'
import type { Span, Template } from './template'
import { TokenReader, type TypeOf } from './tokens'
import { typeOf, type ValueType } from './variables'

/** What another tool would fill: `{{name}}`, `{% if %}`, `${name}`. Bounded, so that a page full of braces stays cheap. */
const FOREIGN = /\{\{\{?\s*[#/>&^!]?\s*[A-Za-z_$][^{}\n]{0,200}\}\}\}?|\{%[^{}\n]{0,200}%\}/y
/** What may be written with a backslash before it to mean itself. */
const ESCAPABLE = '\\{}[]|~"'

/** Text that a template gives out as it is, wherever in it the text stands. */
export function escapeTemplate(text: string): string {
  return text.replace(/[\\{}[\]|~]/g, '\\$&')
}

/** The same for text outside of alternations, with as few backslashes as that needs: people will edit it. */
export function escapePlain(text: string): string {
  return text.replace(/\\(?=[\\{}[\]|~"]|$)|[{}]|\[(?=\[)|(?<=\[)\[|\](?=\])|(?<=\])\]/g, '\\$&')
}

/**
 * Reads a template in one pass from left to right, in time that grows with its length alone. Whatever is read once is never looked at again: what a
 * value brings along is text. Never throws; what is wrong is in `errors`, each with its place.
 */
export function parseTemplate(text: string): Template {
  const frames = new Frames(text)
  const prompts = promptsIn(text)
  const reading: Reading = { text, frames, typeOf: (name) => typeOf(name) ?? prompts.get(name) }
  let at = 0
  while (at < text.length && !frames.isHopeless) at = step(reading, at)
  if (at < text.length) frames.letter(at)
  return frames.close()
}

interface Reading {
  readonly text: string
  readonly frames: Frames
  readonly typeOf: TypeOf
}

/** What is asked for in a template can be named in it like a variable. */
function promptsIn(text: string): ReadonlyMap<string, ValueType> {
  const prompts = text.matchAll(/\{\?([A-Za-z_]\w{0,60})(?::(\w{0,10}))?/g)
  return new Map(Array.from(prompts, ([, name = '', type = '']) => [name, type === 'number' ? 'number' : type === 'date' ? 'moment' : 'text']))
}

/** Reads what begins at a place; gives the place after it. */
function step(reading: Reading, at: number): number {
  const { text, frames } = reading
  const letter = text[at]
  const next = text[at + 1]
  if (letter === '\\' && next !== undefined && ESCAPABLE.includes(next)) return frames.escaped(next, { at, end: at + 2 })
  if (letter === '{') return brace(reading, at)
  if (letter === '}') return next === '}' ? frames.escaped('}', { at, end: at + 2 }) : frames.wrong('unopened', { at, end: at + 1 })
  if (letter === '[' && next === '[') return frames.open('optional', { at, end: at + 2 })
  if (letter === ']' && next === ']') return frames.endOptional({ at, end: at + 2 })
  if (letter === '~' && next === '}') return frames.endEither({ at, end: at + 2 })
  if (letter === '|' && frames.isInEither) return frames.nextChoice({ at, end: at + 1 })
  return frames.letter(at)
}

function brace(reading: Reading, at: number): number {
  const { text, frames } = reading
  const next = text[at + 1]
  if (next === '~') return frames.open('either', { at, end: at + 2 })
  FOREIGN.lastIndex = at
  const foreign = next === '{' || next === '%' ? FOREIGN.exec(text) : null
  if (foreign) return frames.wrong('foreign', { at, end: at + foreign[0].length })
  if (next === '{') return frames.escaped('{', { at, end: at + 2 })
  const { end, isClosed } = endOfTag(text, at + 1)
  return isClosed ? tag(reading, { at, end }) : frames.wrong('unclosed', { at, end })
}

function tag(reading: Reading, span: Span): number {
  const { text, frames, typeOf } = reading
  const [, keyword = ''] = /[ie\s]/.test(text.charAt(span.at + 1)) ? (/^\{\s*(if|else|end)\b/.exec(text.slice(span.at, span.at + 40)) ?? []) : []
  try {
    return keyword === '' ? frames.add(parseTag(text, span, typeOf)) : control(keyword, reading, span)
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    if (keyword === 'if') frames.open('if', span)
    frames.fault(error.error)
    return span.end
  }
}

function control(keyword: string, { text, frames, typeOf }: Reading, span: Span): number {
  const reader = new TokenReader(text, { at: span.at + 1, end: span.end - 1 }, typeOf)
  reader.take()
  if (keyword === 'end') return frames.endIf(span)
  if (keyword === 'if') return frames.open('if', span, parseTest(reader))
  return frames.otherwise(span, reader.takes('if') ? parseTest(reader) : undefined)
}

/** Where a tag ends. One that never does reaches up to the next brace or the end of its line, and that far it is not read again. */
function endOfTag(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
  const isStop = /^\d{0,3}\|\s*[^"\s]/.test(text.slice(from, from + 20))
  let isQuoted = false
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '\\') at += 1
    else if (letter === '"' && !isStop) isQuoted = !isQuoted
    else if (letter === '\n' || (letter === '{' && !isQuoted)) return { end: at, isClosed: false }
    else if (letter === '}' && !isQuoted) return { end: at + 1, isClosed: true }
  }
  return { end: text.length, isClosed: false }
}
