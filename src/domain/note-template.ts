import { toLine } from './custom-field'
import { fieldsOf } from './fields-of'

/** Words that a note may begin with; the user wrote them. */
export interface NoteTemplate {
  readonly name: string
  readonly text: string
}

/** Words with a template at the caret, and where the caret is then. */
export interface Placed {
  readonly text: string
  readonly caret: number
}

/** Puts a template at the caret: nothing that is typed is replaced, and no two words grow together. */
export function placeTemplate(typed: string, caret: number, template: string): Placed {
  const [before, after] = [typed.slice(0, caret), typed.slice(caret)]
  const head = `${before}${gap(before, template)}${template}`
  return { text: `${head}${gap(head, after)}${after}`, caret: head.length }
}

function gap(before: string, after: string): string {
  return /\S$/.test(before) && /^\S/.test(after) ? ' ' : ''
}

/** The longest words of a template, in characters. */
export const LONGEST_TEMPLATE = 2_000

/** The longest name of a template, in characters. */
export const LONGEST_TEMPLATE_NAME = 40

/** A template out of anything; undefined where it is none. */
export function toNoteTemplate(value: unknown): NoteTemplate | undefined {
  const { name, text } = fieldsOf(value)
  const line = toLine(name)
  if (line === '' || line.length > LONGEST_TEMPLATE_NAME || typeof text !== 'string' || text.trim() === '') return undefined
  return { name: line, text: text.slice(0, LONGEST_TEMPLATE).replace(/[\uD800-\uDBFF]$/, '') }
}
