import { type Change, type Fields, type FieldValue, setField, writesOf } from '../domain/change'
import { type HandleKey, keyOf } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import { contactsOf, emptyPerson, noteOf, type PersonRow, withFields } from '../domain/person'
import type { WriteTransaction } from './transactions'

/** Applies one change to the tables and appends it; the same change twice leaves everything as it was. `keys` gathers whose badges it concerns. */
export async function applyChange(transaction: WriteTransaction, change: Change, keys: Set<HandleKey>): Promise<JournalRow> {
  const journal = transaction.objectStore('journal')
  const known = await journal.get(change.stamp)
  if (known) return known
  const people = transaction.objectStore('people')
  const before = (await people.get(change.person)) ?? emptyPerson(change.person)
  const { person, was } = await applyTo(transaction, before, change)
  await people.put(person)
  for (const { key } of [before, person]) if (key) keys.add(key)
  if ('handle' in change) keys.add(keyOf(change.handle as Parameters<typeof keyOf>[0]))
  const row: JournalRow = { stamp: change.stamp, person: change.person, change, was }
  await journal.add(row)
  return row
}

interface Applied {
  readonly person: PersonRow
  /** What the fields held before. */
  readonly was: readonly (FieldValue | null)[]
}

async function applyTo(transaction: WriteTransaction, person: PersonRow, change: Change): Promise<Applied> {
  if ('note' in change) return applyToNote(transaction, person, change)
  if (change.kind === 'contact/recorded') return applyToContact(transaction, person, change)
  const { fields, was } = setAll(person.fields, change)
  return { person: withFields(person, fields), was }
}

async function applyToNote(transaction: WriteTransaction, person: PersonRow, change: Extract<Change, { note: unknown }>): Promise<Applied> {
  const notes = transaction.objectStore('notes')
  const held = (await notes.get(change.note)) ?? { id: change.note, person: change.person, fields: {} }
  const { fields, was } = setAll(held.fields, change)
  await notes.put({ ...held, fields })
  const rows = await notes.index('person').getAll(person.id)
  return { person: { ...person, notes: rows.filter((row) => noteOf(row) !== undefined).length }, was }
}

async function applyToContact(transaction: WriteTransaction, person: PersonRow, change: Extract<Change, { kind: 'contact/recorded' }>): Promise<Applied> {
  const contacts = transaction.objectStore('contacts')
  const held = (await contacts.get(change.post)) ?? { id: change.post, person: change.person, fields: {} }
  const { fields, was } = setAll(held.fields, change)
  await contacts.put({ ...held, fields })
  const { lastContact: _before, ...rest } = person
  return { person: { ...rest, ...contactsOf(await contacts.index('person').getAll(person.id)) }, was }
}

function setAll(held: Fields, change: Change): { fields: Fields; was: Applied['was'] } {
  const writes = writesOf(change)
  const was = writes.map(({ field }) => held[field]?.[0] ?? null)
  return { was, fields: writes.reduce((fields, { field, value }) => setField(fields, field, value, change.stamp), held) }
}
