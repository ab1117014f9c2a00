import type { ChangeBody, NoteId, PersonId } from '../../domain/change'
import { keyOf } from '../../domain/handle'
import { noteOf } from '../../domain/person'
import type { Subject } from '../../domain/subject'
import { personFor } from '../../store/person-for'
import type { WriteTransaction } from '../../store/transactions'

/** The changes that add a note; none where this very note is there already. Whatever was typed as its draft is done with. */
export async function addNote(transaction: WriteTransaction, subject: Subject, note: NoteId, text: string, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  await transaction.objectStore('drafts').delete(`note:${keyOf(subject.handle)}`)
  if (await transaction.objectStore('notes').get(note)) return []
  const { person, changes } = await personFor(transaction, subject, newId)
  return [...changes, { kind: 'note/added', person, note, text, post: subject.post }]
}

/** The change that edits a note; none where it says so already. */
export async function editNote(transaction: WriteTransaction, person: PersonId, note: NoteId, text: string): Promise<readonly ChangeBody[]> {
  const held = await livingNote(transaction, person, note)
  return held.text === text ? [] : [{ kind: 'note/edited', person, note, text }]
}

/** The change that removes a note; none where it is gone already. */
export async function removeNote(transaction: WriteTransaction, person: PersonId, note: NoteId): Promise<readonly ChangeBody[]> {
  const row = await transaction.objectStore('notes').get(note)
  return row && row.person === person && noteOf(row) ? [{ kind: 'note/removed', person, note, removed: true }] : []
}

/** The changes that set or clear a tag; none where it is so already. */
export async function setTag(transaction: WriteTransaction, subject: Subject, tag: string, on: boolean, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  const { person, changes, fields } = await personFor(transaction, subject, newId)
  if ((fields[`tag:${tag}`]?.[0] === true) === on) return []
  return [...changes, { kind: 'tag/set', person, tag, on }]
}

async function livingNote(transaction: WriteTransaction, person: PersonId, note: NoteId) {
  const row = await transaction.objectStore('notes').get(note)
  const held = row && row.person === person ? noteOf(row) : undefined
  if (!held) throw new Error('This note was removed meanwhile. Undo the removal in the history to edit it.')
  return held
}
