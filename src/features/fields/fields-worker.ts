import type { ChangeBody, PersonId } from '../../domain/change'
import { LONGEST_FIELD_NAME, LONGEST_FIELD_VALUE, toLine } from '../../domain/custom-field'
import type { Subject } from '../../domain/subject'
import { personFor } from '../../store/person-for'
import type { WriteTransaction } from '../../store/transactions'

/** The changes by which a field says something; none where it says so already. */
export async function setDetail(transaction: WriteTransaction, subject: Subject, field: string, value: string, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  const { person, changes, fields } = await personFor(transaction, subject, newId)
  const held = fields[`field:${field}`]?.[0] ?? ''
  return held === value ? [] : [...changes, { kind: 'field/set', person, field, value }]
}

/** The name of a field out of a message; throws a sentence where it is none. */
export function toDetailName(value: unknown): string {
  return bounded(toLine(value), 1, LONGEST_FIELD_NAME, 'The name of a field')
}

/** What a field is to say, out of a message; throws a sentence where it is too long. */
export function toDetail(value: unknown): string {
  return bounded(toLine(value), 0, LONGEST_FIELD_VALUE, 'A field')
}

function bounded(line: string, least: number, most: number, what: string): string {
  if (line.length < least || line.length > most) throw new Error(`${what} may have ${least} to ${most} characters; this one has ${line.length}.`)
  return line
}
