import { type ChangeBody, type Fields, type PersonId, writesOf } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import { postedAt, toPostId } from '../../domain/handle'
import { inverseOf } from '../../domain/journal-entry'
import type { Subject } from '../../domain/subject'
import { personFor } from '../../store/person-for'
import type { WriteTransaction } from '../../store/transactions'

/** The changes that count the post on screen as a contact, or no longer; none where it is so already. */
export async function countContact(transaction: WriteTransaction, subject: Subject, counts: boolean, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  const post = toPostId(subject.post?.split('/').at(-1))
  if (!post || !subject.post) throw new Error('Only a post on screen can be counted as a contact.')
  const held = await transaction.objectStore('contacts').get(post)
  if ((held?.fields['removed']?.[0] === false) === counts) return []
  const { person, changes } = await personFor(transaction, subject, newId)
  return [...changes, { kind: 'contact/recorded', person, post, url: subject.post, postedAt: postedAt(post) ?? 0, removed: !counts, direction: 'theirs', provenance: 'counted by hand' }]
}

/** The change that takes a journal entry back; none where it is so already. */
export async function undo(transaction: WriteTransaction, stamp: Stamp): Promise<readonly ChangeBody[]> {
  const row = await transaction.objectStore('journal').get(stamp)
  const inverse = row && inverseOf(row)
  if (!inverse) throw new Error('There is nothing to undo.')
  const held = await fieldsOf(transaction, inverse)
  return writesOf({ ...inverse, stamp, at: 0, by: '' }).every(({ field, value }) => held[field]?.[0] === value) ? [] : [inverse]
}

async function fieldsOf(transaction: WriteTransaction, change: ChangeBody): Promise<Fields> {
  if ('note' in change) return (await transaction.objectStore('notes').get(change.note))?.fields ?? {}
  if (change.kind === 'contact/recorded') return (await transaction.objectStore('contacts').get(change.post))?.fields ?? {}
  return (await transaction.objectStore('people').get(change.person))?.fields ?? {}
}
