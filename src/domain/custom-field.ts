import { fieldsOf } from './fields-of'

/** What a custom field may hold. */
export const FIELD_KINDS = ['text', 'number', 'date', 'choice'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** A field that the user defined. Its name is its key: what was noted under it stays readable wherever the definition is not known. */
export interface FieldDefinition {
  readonly name: string
  /** What it is called since it was renamed; its key stays, so nobody's entry has to change. */
  readonly label?: string
  readonly kind: FieldKind
  /** What a choice may be; of other kinds nothing. */
  readonly choices: readonly string[]
}

/** What one person's field says. */
export interface FieldEntry {
  readonly name: string
  readonly value: string
}

/** The longest name of a field, in characters. */
export const LONGEST_FIELD_NAME = 40

/** The longest value of a field, in characters. */
export const LONGEST_FIELD_VALUE = 500

/** The most choices of one field. */
export const MOST_CHOICES = 50

/** One plain line: without control characters and without what turns the direction of the words around it. */
export function toLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim() : ''
}

/** A definition out of anything; undefined where it is none. */
export function toFieldDefinition(value: unknown): FieldDefinition | undefined {
  const { name, label, kind, choices } = fieldsOf(value)
  const line = toLine(name)
  const known = FIELD_KINDS.find((one) => one === kind)
  if (line === '' || line.length > LONGEST_FIELD_NAME || !known) return undefined
  const renamed = toLine(label).slice(0, LONGEST_FIELD_NAME)
  return { name: line, ...(renamed !== '' && renamed !== line && { label: renamed }), kind: known, choices: known === 'choice' ? toChoices(choices) : [] }
}

/** What a field is called. */
export function shownName({ name, label }: Pick<FieldDefinition, 'name' | 'label'>): string {
  return label ?? name
}

/** The fields after one of them was renamed; undefined where another one is called so, or was. */
export function renameField(fields: readonly FieldDefinition[], name: string, typed: string): readonly FieldDefinition[] | undefined {
  const label = toLine(typed).slice(0, LONGEST_FIELD_NAME)
  if (label === '' || fields.some((field) => field.name !== name && (field.name === label || field.label === label))) return undefined
  return fields.map((field) => {
    if (field.name !== name) return field
    const { label: _before, ...rest } = field
    return label === name ? rest : { ...rest, label }
  })
}

/** Choices out of a list: lines, each once. */
export function toChoices(value: unknown): readonly string[] {
  const lines = Array.isArray(value) ? value.map((choice) => toLine(choice).slice(0, LONGEST_FIELD_NAME)) : []
  return [...new Set(lines)].filter((line) => line !== '').slice(0, MOST_CHOICES)
}

const NUMBER = /^([+-]?)(\d{1,15})(?:[.,](\d{1,10}))?$/

/** What was typed as the field keeps it; undefined where the field cannot hold that. An empty text clears the field. */
export function toFieldValue({ kind, choices }: FieldDefinition, typed: string): string | undefined {
  const line = toLine(typed)
  if (line === '') return ''
  if (line.length > LONGEST_FIELD_VALUE) return undefined
  if (kind === 'number') return toNumber(line)
  if (kind === 'date') return isDay(line) ? line : undefined
  return kind === 'text' || choices.includes(line) ? line : undefined
}

/** A comma before three digits could mean thousands as well: that is nobody's to guess. */
function toNumber(line: string): string | undefined {
  const [, sign = '', whole, part] = NUMBER.exec(line) ?? []
  if (whole === undefined || (line.includes(',') && part?.length === 3)) return undefined
  return `${sign === '-' ? '-' : ''}${whole}${part === undefined ? '' : `.${part}`}`
}

/** A day as year-month-day that the calendar has. */
function isDay(line: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(line)) return false
  const moment = Date.parse(`${line}T00:00:00Z`)
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(line)
}
