import type { Change, PersonId } from '../domain/change'
import { isErased } from '../domain/claims'
import { type HandleKey, keyOf } from '../domain/handle'
import { type JournalRow, rowOf } from '../domain/journal-entry'
import type { PersonRow } from '../domain/person'
import { reduce } from '../domain/reduce'
import { concernsOf, putAll } from './concerns'
import { eraseRecords } from './erase-person'
import { readGroup } from './read-group'
import type { WriteTransaction } from './transactions'

/**
 * Applies one change to the tables and appends it; the same change twice leaves everything as it was, and one of somebody who was erased is refused:
 * then there is no row. `keys` gathers whose badges it concerns, `people` whose rows.
 */
export async function applyChange(transaction: WriteTransaction, change: Change, keys: Set<HandleKey>, people?: Set<PersonId>): Promise<JournalRow | undefined> {
  const journal = transaction.objectStore('journal')
  if ((await journal.get(change.stamp)) || !(await applyToTables(transaction, change, keys, people))) return undefined
  const row = rowOf(change)
  await journal.add(row)
  return row
}

/** Applies a change to all tables but the journal; false where it is refused. */
export async function applyToTables(transaction: WriteTransaction, change: Change, keys: Set<HandleKey>, people?: Set<PersonId>): Promise<boolean> {
  const held = await concernsOf(transaction, change)
  const isErasure = change.kind === 'person/erased'
  if (!isErasure && held.people.some((row) => row.id === change.person && isErased(row))) return false
  const made = isErasure ? { people: await eraseRecords(transaction, change) } : reduce(held, change)
  if ('notes' in made) await Promise.all(putAll(transaction, made))
  for (const { id } of made.people) people?.add(id)
  if ('handle' in change) keys.add(keyOf(change.handle as Parameters<typeof keyOf>[0]))
  await gatherKeys(transaction, [...held.people.filter(({ id }) => made.people.some((now) => now.id === id)), ...made.people], keys)
  return true
}

/** A person's badges are those of every record of theirs. */
async function gatherKeys(transaction: WriteTransaction, rows: readonly PersonRow[], keys: Set<HandleKey>): Promise<void> {
  for (const row of rows) {
    for (const { key } of await readGroup(transaction.objectStore('people'), row)) if (key) keys.add(key)
  }
}

