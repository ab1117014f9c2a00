import { escapeTemplate } from '../template/parse-template'
import { Converter, quoted } from './converter'
import type { Converted } from './foreign-reply'

/** What a tool that writes `{{name}}` calls things. */
export interface Dialect {
  /** Its names for our variables, in lower case. */
  readonly names: Readonly<Record<string, string>>
}

const PIECE = /\{\{\{?\s*([^{}\n]{0,400}?)\s*\}\}\}?|\{%-?\s*([^{}\n]{0,400}?)\s*-?%\}/g
const STRING = /^(["'])([^"']*)\1$/

/** A text in Handlebars or Liquid as a template of ours. What it cannot be is asked for when it is used, or refuses it: a test that we cannot put changes what is said. */
export function fromMustache(text: string, { names }: Dialect): Converted {
  const converter = new Converter()
  let done = 0
  for (const { 0: whole, 1: tag, 2: statement, index } of text.matchAll(PIECE)) {
    converter.words(text.slice(done, index))
    done = index + whole.length
    if (statement === undefined) inTag(converter, tag ?? '', whole, names)
    else inStatement(converter, statement, whole, names)
  }
  converter.words(text.slice(done))
  return converter.done()
}

function inTag(converter: Converter, tag: string, whole: string, names: Dialect['names']): void {
  const [word = '', ...rest] = tag.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []
  const variable = names[word.toLowerCase()]
  if (word === '' || word.startsWith('!')) converter.note('unknown', whole)
  else if (word.startsWith('#') || word === 'else' || word.startsWith('/') || word === '^') inBlock(converter, word, rest, whole, names)
  else if (word === '>') converter.template(`{> ${rest[0] ?? ''}}`)
  else if (word.startsWith('>')) converter.template(`{> ${word.slice(1)}}`)
  else if (word.toLowerCase().startsWith('dc.')) converter.template(`{> ${word}}`)
  else if (word === 'cursor') converter.template('{|}')
  else if (word === 'random' && rest.length > 0) converter.template(`{~${rest.map((one) => escapeTemplate(bare(one))).join('|')}~}`)
  else if (word === 'choice' && rest.length > 0) converter.template(`{?choice:choice* ${bare(rest.join(' ')).split(/\s*,\s*/).map(quoted).join(',')}}`)
  else if (word === 'or' && rest.length > 1) inChain(converter, rest, whole, names)
  else if (variable !== undefined && rest.length === 0) converter.template(`{${variable}}`)
  else if (variable !== undefined && rest[0] === '|') inFilter(converter, variable, tag.slice(tag.indexOf('|') + 1), whole)
  else converter.unknown(whole)
}

/** `{{or to.first_name "there"}}` */
function inChain(converter: Converter, items: readonly string[], whole: string, names: Dialect['names']): void {
  const parts = items.map((item) => (STRING.test(item) ? quoted(bare(item)) : names[item.toLowerCase()]))
  if (parts.includes(undefined) || parts.slice(0, -1).some((part) => part?.startsWith('"'))) converter.unknown(whole)
  else converter.template(`{${parts.join('|')}}`)
}

/** `{{ contact.first_name | default: "there" }}` */
function inFilter(converter: Converter, variable: string, filter: string, whole: string): void {
  const [, fallback] = /^\s*default:?\s*["']([^"']*)["']\s*$/.exec(filter) ?? []
  const format = { upcase: 'upper', downcase: 'lower' }[filter.trim()]
  if (fallback === undefined && format === undefined) converter.note('unknown', whole)
  converter.template(fallback === undefined ? `{${variable}${format ? `:${format}` : ''}}` : `{${variable}|${quoted(fallback)}}`)
}

function inBlock(converter: Converter, word: string, rest: readonly string[], whole: string, names: Dialect['names']): void {
  const variable = names[(rest[0] ?? '').toLowerCase()]
  if (word === '/if' || word === '/unless') converter.template('{end}')
  else if (word === 'else' || word === '^') converter.template('{else}')
  else if ((word === '#if' || word === '#unless') && variable !== undefined && rest.length === 1) converter.template(`{if ${word === '#if' ? '' : 'not '}${variable}}`)
  else converter.refuse('condition', whole)
}

function inStatement(converter: Converter, statement: string, whole: string, names: Dialect['names']): void {
  const [, keyword = '', rest = ''] = /^(\w+)\s*([^]*)$/.exec(statement) ?? []
  const test = keyword === 'if' || keyword === 'elsif' || keyword === 'unless' ? testOf(rest, names) : undefined
  if (keyword === 'endif' || keyword === 'endunless') converter.template('{end}')
  else if (keyword === 'else') converter.template('{else}')
  else if (test === undefined) converter.refuse('condition', whole)
  else converter.template(keyword === 'elsif' ? `{else if ${test}}` : `{if ${keyword === 'unless' ? `not (${test})` : test}}`)
}

/** `contact.name == "x"` and the like; undefined for a test that we do not know. */
function testOf(text: string, names: Dialect['names']): string | undefined {
  const pieces = text.trim().split(/\s+(and|or)\s+/)
  const tests = pieces.map((piece, index) => (index % 2 === 1 ? piece : simpleTest(piece, names)))
  return tests.includes(undefined) ? undefined : tests.join(' ')
}

function simpleTest(text: string, names: Dialect['names']): string | undefined {
  const [, name = '', operator, operand = ''] = /^([\w.]+)(?:\s*(==|!=)\s*("[^"]*"|'[^']*'))?$/.exec(text.trim()) ?? []
  const variable = names[name.toLowerCase()]
  if (variable === undefined || operator === undefined) return variable
  if (bare(operand) === '') return operator === '==' ? `not ${variable}` : variable
  return `${variable} ${operator === '==' ? '=' : '!='} ${quoted(bare(operand))}`
}

function bare(text: string): string {
  return STRING.exec(text)?.[2] ?? text
}
