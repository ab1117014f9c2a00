import type { Change, ChangeBody, PersonId } from '../domain/change'
import { keyOf, type PostId } from '../domain/handle'
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

/** A backup brings about as many changes of somebody as there are here; far more than those are looked for one by one. */
const MOST_PER_CHANGE = 4

/** Finds out which of these changes are here, so that the journal need not be asked for each. */
export async function readStamps({ base, isNew }: Remembered, changes: readonly Change[]): Promise<void> {
  const people = changes.map(({ person }): PersonId => person).sort()
  const [first, last] = [people[0], people.at(-1)]
  if (first === undefined || last === undefined) return
  const journal = base.objectStore('journal')
  const most = changes.length * MOST_PER_CHANGE
  const held = await journal.index('person').getAllKeys(IDBKeyRange.bound([first], [last, []]), most)
  if (held.length === most) return
  const known = new Set(held)
  for (const { stamp } of changes) if (!known.has(stamp)) isNew(stamp)
}
