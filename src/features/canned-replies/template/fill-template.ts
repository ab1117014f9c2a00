import { argsOf, type Choices, type TemplateFacts } from './facts'
import { type Gap, gapOf, promptGap } from './gap'
import { writeValue } from './format-value'
import { answerTo, holds, knownFor, typedFor, withAnswers } from './look-up'
import { harmless, isBlank } from './names'
import { picksFor } from './picks'
import type { Part, Span, Template, Value } from './template'
import { type Nested, openNested } from './open-nested'
import { type Stop, Writer } from './writer'

/** A reply, filled. */
export interface Filled {
  readonly text: string
  /** In the order in which Tab goes through them. */
  readonly stops: readonly Stop[]
  /** What the author escaped: braces there are meant. */
  readonly literals: readonly Span[]
  /** Which choice each alternation took. */
  readonly picks: readonly number[]
  /** Every choice of an alternation was used here before. */
  readonly repeats: boolean
}

/** What is missing before a reply may be inserted. */
export interface Unfilled {
  readonly gaps: readonly Gap[]
}

/** Fills a template. Nothing with an open place comes out: what has no value, no fallback and no answer is named instead, each once. */
export function fillTemplate(template: Template, facts: TemplateFacts, choices: Choices = {}): Filled | Unfilled {
  const filling = startFilling(template, facts, choices)
  const { gaps, writer, picks } = filling
  writeParts(template.parts, filling)
  if (writer.isFull) gaps.set('', { name: '', kind: 'too long', required: true, wants: 'text', at: 0, end: 0 })
  if (gaps.size > 0) return { gaps: [...gaps.values()] }
  writer.end()
  const stops = writer.stops.map((stop) => ({ ...stop, at: Math.min(stop.at, writer.text.length), end: Math.min(stop.end, writer.text.length) }))
  return { text: writer.text, stops: stops.sort(byTab), literals: writer.literals, picks: picks.indexes, repeats: picks.repeats }
}

/** What a filling carries along. */
export interface Filling {
  readonly facts: TemplateFacts
  readonly choices: Choices
  readonly writer: Writer
  readonly gaps: Map<string, Gap>
  /** Every prompt, and every variable that no fact fills, that was come by: answered or not. */
  readonly asked: Map<string, Gap>
  readonly picks: ReturnType<typeof picksFor>
  readonly nested: Nested
}

/** A filling of which nothing is written yet. */
export function startFilling(template: Template, facts: TemplateFacts, choices: Choices): Filling {
  const gaps = new Map<string, Gap>()
  const [error] = template.errors
  if (error) gaps.set('{}', { name: error.about, kind: 'syntax', required: true, wants: 'text', at: error.at, end: error.end })
  return { facts: withAnswers(template, facts, choices.typed), choices, writer: new Writer(), gaps, asked: new Map(), picks: picksFor(template, choices), nested: { path: [], opened: { count: 0 }, parsed: new Map() } }
}

/** Writes parts; true where something in them was blank. */
export function writeParts(parts: readonly Part[], filling: Filling): boolean {
  let isBlank = false
  for (const part of parts) {
    if (filling.writer.isFull) return isBlank
    if (writePart(part, filling)) isBlank = true
  }
  return isBlank
}

function writePart(part: Part, filling: Filling): boolean {
  const { facts, choices, writer, picks } = filling
  switch (part.kind) {
    case 'text':
      if (part.isEscaped) writer.literal(part.text)
      else writer.append(part.text)
      return false
    case 'value':
      return writeNamed(part, filling)
    case 'prompt':
      return writeAnswer(part, filling)
    case 'optional':
      return writeOptional(part.parts, filling)
    case 'either':
      return writeParts(part.choices[picks.of.get(part) ?? 0] ?? [], filling)
    case 'if':
      return writeWay(part.branches.find(({ test }) => test === undefined || holds(test, facts, choices.typed))?.parts ?? [], filling)
    case 'stop':
      writer.stop(part.number, harmless(part.placeholder))
      return false
    case 'nested':
      return writeNested(part, filling)
  }
}

function writeNamed(part: Part & { kind: 'value' }, filling: Filling): boolean {
  const { facts, choices, writer } = filling
  const wordsFor = (value: Value | undefined): string => (value === undefined ? '' : harmless(writeValue(value, part.format, facts)))
  const known = part.names.map((name) => wordsFor(knownFor(name, facts))).find((words) => !isBlank(words))
  if (known !== undefined) return written(known, writer)
  const typed = part.names.map((name) => wordsFor(typedFor(name, choices.typed))).find((words) => !isBlank(words))
  if (typed !== undefined) {
    ask(gapOf(part), filling)
    return written(typed, writer)
  }
  if (part.fallback !== undefined && !isBlank(part.fallback)) return written(harmless(part.fallback), writer)
  writer.gap()
  if (part.fallback === undefined) miss(gapOf(part), filling)
  return part.fallback === undefined
}

function writeAnswer(part: Part & { kind: 'prompt' }, filling: Filling): boolean {
  const { facts, choices, writer, gaps } = filling
  const { prompt } = part
  const answer = answerTo(prompt, facts, choices.typed)
  const gap = promptGap(part)
  ask(gap, filling)
  const words = answer === undefined ? '' : harmless(writeValue(answer, prompt.type === 'date' ? { name: 'long', word: '', forms: {} } : undefined, facts))
  if (!isBlank(words)) return written(words, writer)
  writer.gap()
  const isRefused = !isBlank(choices.typed?.get(prompt.name) ?? '')
  if (prompt.required || isRefused) gaps.set(gap.name, gap)
  return true
}

/** All of it, or nothing where something in it is blank: then nothing in it is missed but the answers that are required. */
function writeOptional(parts: readonly Part[], filling: Filling): boolean {
  const mark = filling.writer.mark()
  const inside: Filling = { ...filling, gaps: new Map(), asked: new Map() }
  const isBlank = writeParts(parts, inside)
  for (const [name, gap] of inside.asked) if (gap.kind === 'prompt' && !filling.asked.has(name)) filling.asked.set(name, gap)
  for (const [name, gap] of inside.gaps) if (gap.kind !== 'variable' && gap.kind !== 'selection' && gap.kind !== 'clipboard') filling.gaps.set(name, gap)
  if (isBlank) {
    filling.writer.goBack(mark)
    filling.writer.gap()
  }
  return false
}

/** A way of a conditional; one that writes nothing leaves a seam. */
function writeWay(parts: readonly Part[], filling: Filling): boolean {
  const { length } = filling.writer.text
  const isBlank = writeParts(parts, filling)
  if (filling.writer.text.length === length) filling.writer.gap()
  return isBlank
}

function writeNested(part: Part & { kind: 'nested' }, filling: Filling): boolean {
  const { facts, nested, gaps } = filling
  const opened = openNested(part, facts, nested)
  if ('gap' in opened) {
    gaps.set(`> ${part.trigger}`, opened.gap)
    return false
  }
  const inside = withAnswers(opened.template, { ...facts, values: { ...facts.values, ...argsOf(part.args) } }, filling.choices.typed)
  return writeParts(opened.template.parts, { ...filling, facts: inside, nested: { ...nested, path: opened.path } })
}

function miss(gap: Gap, filling: Filling): void {
  if (!filling.gaps.has(gap.name)) filling.gaps.set(gap.name, gap)
  ask(gap, filling)
}

/** Remembers a question. The same name may be wanted as words here and as a number there: then a number does for both. */
function ask(gap: Gap, { asked }: Filling): void {
  const held = asked.get(gap.name)
  if (!held) asked.set(gap.name, gap)
  else if (held.wants === 'text' && gap.wants !== 'text') asked.set(gap.name, { ...held, wants: gap.wants })
}

function written(words: string, writer: Writer): false {
  writer.append(words)
  return false
}

function byTab(one: Stop, other: Stop): number {
  return (one.number || Infinity) - (other.number || Infinity) || one.at - other.at
}
