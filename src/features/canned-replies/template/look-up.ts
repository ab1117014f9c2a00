import type { Choices, TemplateFacts } from './facts'
import { isMoment, moved } from './format-value'
import { isBlank, isNoName } from './names'
import type { Name, Prompt, Template, Test, Value } from './template'
import { typeOf } from './variables'
import { everyPart } from './walk'

const NAMES = new Set(['name', 'first', 'nick'])
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/

/** What is behind a name: the fact, and where there is none, what was typed for it. Undefined where both are blank. */
export function lookUp(name: Name, facts: TemplateFacts, typed: Choices['typed']): Value | undefined {
  return knownFor(name, facts) ?? typedFor(name, typed)
}

/** The fact behind a name. */
export function knownFor({ name, offset }: Name, facts: TemplateFacts): Value | undefined {
  return movedBy(factOf(name, facts), offset)
}

/** What was typed for a name. */
export function typedFor({ name, offset }: Name, typed: Choices['typed']): Value | undefined {
  return movedBy(typedAs(typed?.get(name), typeOf(name) ?? 'text'), offset)
}

function movedBy(value: Value | undefined, offset: Name['offset']): Value | undefined {
  return offset && value !== undefined && isMoment(value) ? moved(value, offset) : value
}

/** The facts with every answer to a template's questions among them: what was asked for outdoes what was known. */
export function withAnswers({ parts }: Template, facts: TemplateFacts, typed: Choices['typed']): TemplateFacts {
  const prompts = [...everyPart(parts)].filter((part) => part.kind === 'prompt').map(({ prompt }) => prompt)
  if (prompts.length === 0) return facts
  const answers = prompts.map((prompt) => [prompt.name, answerTo(prompt, facts, typed)] as const).filter(([, answer]) => answer !== undefined)
  return { ...facts, values: { ...facts.values, ...Object.fromEntries(answers) } }
}

/** The answer to a prompt, or what stood there at first; undefined while there is none, and for one that does not fit. */
export function answerTo(prompt: Prompt, facts: TemplateFacts, typed: Choices['typed']): Value | undefined {
  const answer = typed?.get(prompt.name) ?? prompt.initial
  if (isBlank(answer)) return undefined
  if (prompt.type === 'choice') return prompt.choices.includes(answer) ? answer : undefined
  const value = typedAs(answer, prompt.type === 'date' ? 'moment' : prompt.type)
  if (prompt.type !== 'number') return typeof value === 'object' || prompt.type === 'text' ? value : undefined
  const [min, max] = [prompt.min, prompt.max].map((limit) => (typeof limit === 'string' ? lookUp({ name: limit }, facts, typed) : limit))
  const fits = typeof value === 'number' && !(typeof min === 'number' && value < min) && !(typeof max === 'number' && value > max)
  return fits ? value : undefined
}

/** Whether a test holds. What is not known makes every comparison with it false, and two of different types are never equal. */
export function holds(test: Test, facts: TemplateFacts, typed: Choices['typed']): boolean {
  if (test.kind === 'not') return !holds(test.test, facts, typed)
  if (test.kind === 'and') return test.tests.every((one) => holds(one, facts, typed))
  if (test.kind === 'or') return test.tests.some((one) => holds(one, facts, typed))
  if (test.kind === 'tag') return listOf(facts.values['tags']).some((tag) => folded(tag) === folded(test.tag))
  const value = lookUp({ name: test.name }, facts, typed)
  if (test.kind === 'list') return typeof value === 'string' && test.list.some((item) => folded(item) === folded(value))
  if (test.kind === 'given') return value !== undefined && value !== false
  return compare(value, test.by, test.to)
}

function compare(value: Value | undefined, by: string, to: string | number | boolean): boolean {
  if (value === undefined || typeof value !== typeof to) return false
  if (by === 'is') return typeof value === 'string' ? folded(value) === folded(String(to)) : value === to
  if (by === '=') return value === to
  if (by === '!=') return value !== to
  if (typeof value !== 'number' || typeof to !== 'number') return false
  return by === '<' ? value < to : by === '>' ? value > to : by === '<=' ? value <= to : value >= to
}

function factOf(name: string, { values, now }: TemplateFacts): Value | undefined {
  if (name === 'today' || name === 'now') return { ms: now }
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (typeof value === 'string' && NAMES.has(name)) return isNoName(value) ? undefined : value.replace(/^[\s,;:.!?]+/, '')
  if (typeof value === 'string') return isBlank(value) ? undefined : value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

/** What was typed, as the type that is wanted; as text where it cannot be that. */
function typedAs(text: string | undefined, type: string): Value | undefined {
  if (text === undefined || isBlank(text)) return undefined
  const number = Number(text.trim().replace(',', '.'))
  if (type === 'number' && Number.isFinite(number)) return number
  const ms = type === 'moment' && ISO_DAY.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN
  return Number.isNaN(ms) ? text : { ms }
}

function listOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
