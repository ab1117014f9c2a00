import type { Change, ChangeBody } from '../domain/change'
import { keyOf, type PostId } from '../domain/handle'
import { changesOf } from './journal-entries'
import type { Remembered } from './remember-tables'

/** Reads ahead what applying many changes asks for. In the order of their people this takes few readings. */
export async function readConcerned({ transaction, readAhead }: Remembered, changes: readonly ChangeBody[]): Promise<void> {
  const people = changes.map(({ person }) => person)
  const tables = { people: transaction.objectStore('people'), notes: transaction.objectStore('notes'), contacts: transaction.objectStore('contacts') }
  await Promise.all<unknown>([
    readAhead('people', undefined, people),
    readAhead('search', undefined, people),
    readAhead('notes', 'person', people),
    readAhead('contacts', 'person', people),
    ...changes.flatMap((change) => [
      'note' in change && tables.notes.get(change.note),
      'post' in change && change.kind.startsWith('contact/') && tables.contacts.get(change.post as PostId),
      'handle' in change && tables.people.index('handles').getAll(keyOf(change.handle as Parameters<typeof keyOf>[0])),
      'xId' in change && change.xId && tables.people.index('xId').getAll(change.xId),
      'into' in change && tables.people.get(change.into),
    ]),
  ])
}

/** Those of these changes that are not here yet, found out at once: the journal need not be asked for each, and not at all for people of whom there is no row. */
export async function missingOf({ transaction, base, isNew }: Remembered, changes: readonly Change[]): Promise<readonly Change[]> {
  const people = new Set(changes.map(({ person }) => person))
  const held = await Promise.all([...people].map(async (person) => ((await transaction.objectStore('people').get(person)) ? changesOf(base.objectStore('journal'), person) : [])))
  const known = new Set(held.flat().map(({ stamp }) => stamp))
  const missing = changes.filter(({ stamp }) => !known.has(stamp))
  for (const { stamp } of missing) isNew(stamp)
  return missing
}
