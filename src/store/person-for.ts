import { recognise } from '../domain/card'
import type { ChangeBody, Fields, PersonId } from '../domain/change'
import { keyOf } from '../domain/handle'
import type { Subject } from '../domain/subject'
import { asOne } from './read-group'
import type { WriteTransaction } from './transactions'

/** The person a subject is, or the changes that make them one. Somebody new under a known handle takes it over. */
export async function personFor(transaction: WriteTransaction, subject: Subject, newId: () => PersonId) {
  const people = transaction.objectStore('people')
  const key = keyOf(subject.handle)
  const identified = subject.xId && (await people.index('xId').get(subject.xId))
  const keyed = await people.index('key').get(key)
  const byXId = identified && { row: await asOne(people, identified), record: identified }
  const byKey = keyed && { row: await asOne(people, keyed), record: keyed }
  const recognition = recognise(subject, { byXId, byKey })
  if (recognition.as !== 'stranger' && recognition.as !== 'taken over') return { person: recognition.row.id, changes: [], fields: recognition.row.fields }
  const person = newId()
  const lost: readonly ChangeBody[] = recognition.as === 'taken over' ? [{ kind: 'person/handle-lost', person: recognition.record.id, handle: key }] : []
  const met: ChangeBody = { kind: 'person/met', person, handle: subject.handle, xId: subject.xId, name: subject.name }
  const fields: Fields = {}
  return { person, changes: [...lost, met], fields }
}
