import { escapeTemplate } from '../template/parse-template'
import { Converter, promptName, quoted } from './converter'
import { strftimeToTemplate } from './strftime'
import { fieldsOf, foreignReply, type ForeignReply, listOf, textOf } from './foreign-reply'
import { htmlToText } from './html-to-text'

type Fields = Readonly<Record<string, unknown>>

const KNOWN = new Set(['trigger', 'triggers', 'regex', 'replace', 'form', 'html', 'markdown', 'image_path', 'vars', 'form_fields', 'label', 'search_terms', 'word', 'left_word', 'right_word', 'propagate_case', 'uppercase_style', 'force_mode', 'force_clipboard', 'paragraph', 'anchor', 'anchors'])
const PIECE = /\$\|\$|\{\{\s*([\w.]{1,80})\s*\}\}|\[\[\s*([\w.]{1,80})\s*\]\]/g

/** The matches of an espanso file, as its YAML was read. What runs a program, an expression or a picture is refused; anything else that we do not know is listed. */
export function readEspanso(document: unknown): readonly ForeignReply[] {
  const { matches, global_vars: globals, imports, ...others } = fieldsOf(document)
  const variables = listOf(globals).map(fieldsOf)
  const files = listOf(imports).map((file) => ({ code: 'field', about: `imports: ${textOf(file)}` }) as const)
  const unread = Object.keys(others).filter((name) => name !== 'filter_class').map((name) => ({ code: 'field', about: name }) as const)
  const about = [...files, ...unread]
  const whole = about.length === 0 ? [] : [foreignReply({ title: 'espanso', notes: about, refused: { code: 'file', about: about.map((note) => note.about).join(', ') } })]
  return [...listOf(matches).map((match) => readMatch(fieldsOf(match), variables)), ...whole]
}

function readMatch(match: Fields, globals: readonly Fields[]): ForeignReply {
  const converter = new Converter()
  const triggers = [textOf(match['trigger']), ...listOf(match['triggers']).map(textOf)].filter((trigger) => trigger !== '')
  const { text, isPlain } = htmlToText(textOf(match['replace'] ?? match['form'] ?? match['html'] ?? match['markdown']))
  if (!isPlain || match['markdown'] !== undefined) converter.note('formatting', '')
  if (match['regex'] !== undefined) converter.refuse('regex', textOf(match['regex']))
  if (match['image_path'] !== undefined) converter.refuse('image', textOf(match['image_path']))
  for (const name of Object.keys(match)) if (!KNOWN.has(name)) converter.note('field', name)
  const variables = new Map([...globals, ...listOf(match['vars']).map(fieldsOf)].map((variable) => [textOf(variable['name']), variable]))
  inText(converter, text, variables, fieldsOf(match['form_fields']))
  const { body, notes, refused } = converter.done()
  const title = textOf(match['label']) || text.trim().split('\n')[0]?.slice(0, 60) || triggers[0] || ''
  return foreignReply({ title, trigger: triggers[0] ?? '', aliases: triggers.slice(1), tags: listOf(match['search_terms']).map(textOf), body, notes, refused })
}

function inText(converter: Converter, text: string, variables: ReadonlyMap<string, Fields>, fields: Fields): void {
  let done = 0
  for (const { 0: whole, 1: variable, 2: field, index } of text.matchAll(PIECE)) {
    converter.words(text.slice(done, index))
    done = index + whole.length
    if (variable !== undefined) inVariable(converter, variable, variables, whole)
    else if (field !== undefined) inField(converter, field, fieldsOf(fields[field]))
    else converter.template('{|}')
  }
  converter.words(text.slice(done))
}

function inVariable(converter: Converter, name: string, variables: ReadonlyMap<string, Fields>, whole: string): void {
  const [variable = '', field] = name.split('.')
  const { type, params } = variables.get(variable) ?? {}
  const { format, offset, values, choices, echo, trigger, fields, cmd } = fieldsOf(params)
  if (type === 'date') inDate(converter, textOf(format), offset)
  else if (type === 'choice') converter.template(`{?${promptName(name)}:choice* ${listOf(values).map(choiceOf).map(quoted).join(',')}}`)
  else if (type === 'random') converter.template(`{~${listOf(choices).map(textOf).map(escapeTemplate).join('|')}~}`)
  else if (type === 'echo') converter.words(textOf(echo))
  else if (type === 'clipboard') converter.template('{clipboard}')
  else if (type === 'match') converter.template(`{> ${textOf(trigger)}}`)
  else if (type === 'form' && field !== undefined) inField(converter, field, fieldsOf(fieldsOf(fields)[field]))
  else if (type === 'shell' || type === 'script') converter.refuse('script', textOf(cmd) || listOf(fieldsOf(params)['args']).map(textOf).join(' ') || whole)
  else converter.unknown(whole)
}

function inField(converter: Converter, name: string, { type, values, default: standard, multiline: _multiline, ...others }: Fields): void {
  for (const other of Object.keys(others)) converter.note('field', `${name}.${other}`)
  const list = Array.isArray(values) ? values.map(choiceOf) : textOf(values).split('\n').map((value) => value.trim())
  const choices = list.filter((value) => value !== '')
  const initial = textOf(standard) === '' ? '' : ` default=${quoted(textOf(standard))}`
  const isChoice = (type === 'choice' || type === 'list') && choices.length > 0
  converter.template(`{?${promptName(name)}:${isChoice ? `choice* ${choices.map(quoted).join(',')}` : 'text*'}${initial}}`)
}

function inDate(converter: Converter, format: string, offset: unknown): void {
  const days = typeof offset === 'number' ? Math.round(offset / 86_400) : 0
  const { template, isExact } = strftimeToTemplate(format, days)
  converter.template(template)
  if (!isExact || (typeof offset === 'number' && offset % 86_400 !== 0)) converter.note('date', format)
}

/** A choice is a text, or an object with a label and an id. */
function choiceOf(value: unknown): string {
  return textOf(value) || textOf(fieldsOf(value)['id']) || textOf(fieldsOf(value)['label'])
}
