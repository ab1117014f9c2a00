import type { Change, ChangeBody, ImportId, NoteId, PersonId } from '../../domain/change'
import { isErased } from '../../domain/claims'
import { keyOf, type XId } from '../../domain/handle'
import { noteOf } from '../../domain/person'
import { newId } from '../../store/new-id'
import { type Author, record, type Recorded } from '../../store/journal'
import { mergesOfIds } from '../../store/merge-same-account'
import { mustBeOurs, type Store } from '../../store/open-store'
import { personFor } from '../../store/person-for'
import { type Received, receiveMany, recordMany, type RecordedMany } from '../../store/record-many'
import type { Remembered } from '../../store/remember-tables'
import type { WriteTransaction } from '../../store/transactions'
import { withoutPerson } from '../canned-replies/reply-use'
import type { toPutBack } from './backup-question'
import type { ImportRow } from './import-row'

/** Takes changes of a backup in; each remembers the import it came by. */
export function receive(store: Store, id: ImportId, changes: readonly Change[], now: number): Promise<Received> {
  return receiveMany(store, changes.map((change) => ({ ...change, import: id })), now)
}

/** Adds what a list says about people: whoever is unknown is met, whatever is known already is left alone. */
export function add(store: Store, author: Author, rows: readonly ImportRow[]): Promise<RecordedMany> {
  return recordMany(store, author, { items: rows, decide: changesOf, readAhead })
}

/** Makes one person of all records that hold one of these account ids, as a restore leaves them. */
export function join(store: Store, author: Author, ids: readonly XId[]): Promise<Recorded> {
  return record(store, author, (transaction) => mergesOfIds(transaction, ids))
}

/** Puts canned replies, their uses and unsaved words back; words typed since are kept, and a use names only somebody who is here. */
export async function putBack(store: Store, { replies, uses, drafts }: ReturnType<typeof toPutBack>): Promise<void> {
  const transaction = mustBeOurs(store).transaction(['replies', 'uses', 'drafts', 'people'], 'readwrite', { durability: 'strict' })
  await Promise.all(replies.map((reply) => transaction.objectStore('replies').put(reply)))
  for (const use of uses) {
    const person = use.person !== undefined && (await transaction.objectStore('people').get(use.person))
    const isKnown = person && !isErased(person)
    await transaction.objectStore('uses').put(isKnown ? use : withoutPerson(use))
  }
  const table = transaction.objectStore('drafts')
  for (const draft of drafts) if (!(await table.get(draft.place))) await table.put(draft)
  await transaction.done
}

/** A list in the order of its handles is compared with those who are here in two readings. */
async function readAhead({ transaction, readAhead }: Remembered, rows: readonly ImportRow[]): Promise<void> {
  const keys = rows.map(({ handle }) => keyOf(handle))
  const people = transaction.objectStore('people')
  await Promise.all<unknown>([readAhead('people', 'key', keys), readAhead('people', 'handles', keys), ...rows.map(({ xId }) => xId && people.index('xId').getAll(xId))])
  const known = await Promise.all(keys.map((key) => people.index('key').get(key)))
  const ids = known.flatMap((row) => row?.id ?? [])
  await Promise.all([readAhead('people', undefined, ids), readAhead('search', undefined, ids), readAhead('notes', 'person', ids), readAhead('contacts', 'person', ids)])
}

async function changesOf(transaction: WriteTransaction, row: ImportRow, isNew: (id: string) => void): Promise<readonly ChangeBody[]> {
  const newPerson = (): PersonId => made(newId(Date.now()) as PersonId, isNew)
  const { person, changes, fields } = await personFor(transaction, row, newPerson)
  const isStranger = changes.length > 0
  const notes = isStranger ? row.notes : await missingNotes(transaction, person, row.notes)
  const isIdNew = !isStranger && row.xId !== undefined && fields['xId'] === undefined
  return [
    ...changes,
    ...(isIdNew ? [{ kind: 'person/identified', person, xId: row.xId } as const] : []),
    ...row.tags.filter((tag) => fields[`tag:${tag}`]?.[0] !== true).map((tag) => ({ kind: 'tag/set', person, tag, on: true }) as const),
    ...(row.fields ?? []).filter(({ name, value }) => value !== (fields[`field:${name}`]?.[0] ?? '')).map(({ name, value }) => ({ kind: 'field/set', person, field: name, value }) as const),
    ...notes.map((text) => ({ kind: 'note/added', person, note: made(newId(Date.now()) as NoteId, isNew), text }) as const),
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
