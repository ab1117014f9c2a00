import type { Change, ChangeBody, ImportId, PersonId } from '../../domain/change'
import { personFor } from '../../store/person-for'
import type { Store } from '../../store/open-store'
import { receiveMany, recordMany, type RecordedMany } from '../../store/record-many'
import type { Author } from '../../store/journal'
import type { WriteTransaction } from '../../store/transactions'
import { noteOf } from '../../domain/person'
import type { NoteId } from '../../domain/change'
import type { Reply } from '../canned-replies/reply'
import type { SavedDraft } from './backup-file'
import type { ImportRow } from './import-row'

/** Takes changes of a backup in; each remembers the import it came by. */
export function receive(store: Store, id: ImportId, changes: readonly Change[], now: number): Promise<RecordedMany> {
  return receiveMany(store, changes.map((change) => ({ ...change, import: id })), now)
}

/** Adds what a list says about people: whoever is unknown is met, whatever is known already is left alone. */
export function add(store: Store, author: Author, rows: readonly ImportRow[]): Promise<RecordedMany> {
  return recordMany(store, author, rows, changesOf)
}

/** Puts canned replies and unsaved words back; words typed since are kept. */
export async function putBack(store: Store, replies: readonly Reply[], drafts: readonly SavedDraft[]): Promise<void> {
  const transaction = store.transaction(['replies', 'drafts'], 'readwrite', { durability: 'strict' })
  await Promise.all(replies.map((reply) => transaction.objectStore('replies').put(reply)))
  const table = transaction.objectStore('drafts')
  for (const draft of drafts) if (!(await table.get(draft.place))) await table.put(draft)
  await transaction.done
}

async function changesOf(transaction: WriteTransaction, row: ImportRow, isNew: (id: string) => void): Promise<readonly ChangeBody[]> {
  const newPerson = (): PersonId => made(crypto.randomUUID() as PersonId, isNew)
  const { person, changes, fields } = await personFor(transaction, row, newPerson)
  const isStranger = changes.length > 0
  const notes = isStranger ? row.notes : await missingNotes(transaction, person, row.notes)
  const isIdNew = !isStranger && row.xId !== undefined && fields['xId'] === undefined
  return [
    ...changes,
    ...(isIdNew ? [{ kind: 'person/identified', person, xId: row.xId } as const] : []),
    ...row.tags.filter((tag) => fields[`tag:${tag}`]?.[0] !== true).map((tag) => ({ kind: 'tag/set', person, tag, on: true }) as const),
    ...notes.map((text) => ({ kind: 'note/added', person, note: made(crypto.randomUUID() as NoteId, isNew), text }) as const),
  ]
}

async function missingNotes(transaction: WriteTransaction, person: PersonId, texts: readonly string[]): Promise<readonly string[]> {
  if (texts.length === 0) return []
  const rows = await transaction.objectStore('notes').index('person').getAll(person)
  const held = new Set(rows.map((row) => noteOf(row)?.text))
  return texts.filter((text) => !held.has(text))
}

function made<Id extends string>(id: Id, isNew: (id: string) => void): Id {
  isNew(id)
  return id
}
