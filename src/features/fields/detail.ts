import { LONGEST_FIELD_NAME, LONGEST_FIELD_VALUE, toLine } from '../../domain/custom-field'
import { Told, type ToldName } from '../../domain/told'

/** The name of a field out of a message or a file; throws a sentence where it is none. */
export function toDetailName(value: unknown): string {
  return bounded(toLine(value), 1, LONGEST_FIELD_NAME, 'toldFieldName')
}

/** What a field is to say, out of a message or a file; throws a sentence where it is too long. */
export function toDetail(value: unknown): string {
  return bounded(toLine(value), 0, LONGEST_FIELD_VALUE, 'toldField')
}

function bounded(line: string, least: number, most: number, sentence: ToldName): string {
  if (line.length < least || line.length > most) throw new Told(sentence, least, most, line.length)
  return line
}
