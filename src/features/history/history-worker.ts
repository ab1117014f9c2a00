import type { Change, ChangeBody, NoteId, PersonId } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import { postedAt, toPostId } from '../../domain/handle'
import { inverseOf } from '../../domain/journal-entry'
import { keptNoteOf } from '../../domain/person'
import type { Subject } from '../../domain/subject'
import { Told } from '../../domain/told'
import { changeAt, changesOf } from '../../store/journal-entries'
import { identityAfterParting } from '../../store/merge-same-account'
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

/** The change that takes a journal entry back; none where it was taken back already. Taking back what took something back does it again. */
export async function undo(transaction: WriteTransaction, stamp: Stamp): Promise<readonly TakenBack[]> {
  const journal = transaction.objectStore('journal')
  const change = await changeAt(journal, stamp)
  if (!change) throw new Told('toldNothingToUndo')
  const all = await changesOf(journal, change.person)
  if (all.some(({ undoes }) => undoes === stamp)) return []
  const inverse = inverseOf(change, all.filter((other) => other.stamp < stamp))
  if (!inverse) throw new Told('toldNothingToUndo')
  if (inverse.kind === 'note/removed' && !inverse.removed) await mustHaveWords(transaction, inverse.note)
  const isParting = inverse.kind === 'person/merged' && inverse.into === inverse.person
  return [{ ...inverse, undoes: stamp }, ...(isParting ? await identityAfterParting(transaction, inverse.person) : [])]
}

async function mustHaveWords(transaction: WriteTransaction, note: NoteId): Promise<void> {
  const row = await transaction.objectStore('notes').get(note)
  if (!row || !keptNoteOf(row)) throw new Told('toldNoteGone')
}

/** A change that takes another one back. */
export type TakenBack = ChangeBody & Pick<Change, 'undoes'>
