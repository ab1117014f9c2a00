import type { ChangeBody, PersonId } from '../../domain/change'
import type { Subject } from '../../domain/subject'
import { personFor } from '../../store/person-for'
import type { WriteTransaction } from '../../store/transactions'

export { toDetail, toDetailName } from './detail'

/** The changes by which a field says something; none where it says so already. */
export async function setDetail(transaction: WriteTransaction, subject: Subject, field: string, value: string, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  const { person, changes, fields } = await personFor(transaction, subject, newId)
  const held = fields[`field:${field}`]?.[0] ?? ''
  return held === value ? [] : [...changes, { kind: 'field/set', person, field, value }]
}
