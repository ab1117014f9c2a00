import { LONGEST_FIELD_NAME, LONGEST_FIELD_VALUE, toLine } from '../../domain/custom-field'

/** The name of a field out of a message or a file; throws a sentence where it is none. */
export function toDetailName(value: unknown): string {
  return bounded(toLine(value), 1, LONGEST_FIELD_NAME, 'The name of a field')
}

/** What a field is to say, out of a message or a file; throws a sentence where it is too long. */
export function toDetail(value: unknown): string {
  return bounded(toLine(value), 0, LONGEST_FIELD_VALUE, 'A field')
}

function bounded(line: string, least: number, most: number, what: string): string {
  if (line.length < least || line.length > most) throw new Error(`${what} may have ${least} to ${most} characters; this one has ${line.length}.`)
  return line
}
