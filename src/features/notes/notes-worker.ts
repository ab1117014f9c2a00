import type { ChangeBody, NoteId, PersonId } from '../../domain/change'
import { keyOf } from '../../domain/handle'
import { keptNoteOf, noteOf } from '../../domain/person'
import { pinnedNote } from '../../domain/pin'
import type { Subject } from '../../domain/subject'
import { Told } from '../../domain/told'
import { dropDrafts } from '../../store/drafts'
import { personFor } from '../../store/person-for'
import { isSamePerson, readGroupOf } from '../../store/read-group'
import type { WriteTransaction } from '../../store/transactions'

/** The changes that add a note; none where this very note is there already. Whatever was typed as its draft is done with. */
export async function addNote(transaction: WriteTransaction, subject: Subject, note: NoteId, text: string, newId: () => PersonId, writer?: string): Promise<readonly ChangeBody[]> {
  await dropDrafts(transaction.objectStore('drafts'), keyOf(subject.handle), writer, text)
  if (await transaction.objectStore('notes').get(note)) return []
  const { person, changes } = await personFor(transaction, subject, newId)
  return [...changes, { kind: 'note/added', person, note, text, post: subject.post }]
}

/** The change that edits a note; none where it says so already. */
export async function editNote(transaction: WriteTransaction, person: PersonId, note: NoteId, text: string): Promise<readonly ChangeBody[]> {
  const held = await livingNote(transaction, person, note)
  return held.words.text === text ? [] : [{ kind: 'note/edited', person: held.person, note, text }]
}

/** The change that removes a note; none where it is gone already. */
export async function removeNote(transaction: WriteTransaction, person: PersonId, note: NoteId): Promise<readonly ChangeBody[]> {
  const row = await noteOfPerson(transaction, person, note)
  return row && noteOf(row) ? [{ kind: 'note/removed', person: row.person, note, removed: true }] : []
}

/** The change that brings a note back from the bin; none where it is back already. */
export async function restoreNote(transaction: WriteTransaction, person: PersonId, note: NoteId): Promise<readonly ChangeBody[]> {
  const row = await noteOfPerson(transaction, person, note)
  if (!row || !keptNoteOf(row)) throw new Told('toldNoteGone')
  return noteOf(row) ? [] : [{ kind: 'note/removed', person: row.person, note, removed: false }]
}

/** The change that puts a note on the badge, or takes it away; none where it is so already. */
export async function pinNote(transaction: WriteTransaction, person: PersonId, note: NoteId, pinned: boolean): Promise<readonly ChangeBody[]> {
  const held = await livingNote(transaction, person, note)
  const group = await readGroupOf(transaction.objectStore('people'), held.person)
  const notes = await Promise.all(group.map(({ id }) => transaction.objectStore('notes').index('person').getAll(id)))
  return (pinnedNote(notes.flat()) === note) === pinned ? [] : [{ kind: 'note/pinned', person: held.person, note, pinned }]
}

/** The changes that set or clear a tag; none where it is so already. */
export async function setTag(transaction: WriteTransaction, subject: Subject, tag: string, on: boolean, newId: () => PersonId): Promise<readonly ChangeBody[]> {
  const { person, changes, fields } = await personFor(transaction, subject, newId)
  if ((fields[`tag:${tag}`]?.[0] === true) === on) return []
  return [...changes, { kind: 'tag/set', person, tag, on }]
}

async function livingNote(transaction: WriteTransaction, person: PersonId, note: NoteId) {
  const row = await noteOfPerson(transaction, person, note)
  const words = row && noteOf(row)
  if (!row || !words) throw new Told('toldNoteRemoved')
  return { person: row.person, words }
}

/** A note keeps the record that it was written under, which may be another one of the same person. */
async function noteOfPerson(transaction: WriteTransaction, person: PersonId, note: NoteId) {
  const row = await transaction.objectStore('notes').get(note)
  return row && (await isSamePerson(transaction.objectStore('people'), row.person, person)) ? row : undefined
}
