import { type Change, isOnContact, type PersonId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import { changesIn, lotOf, rowOf, type StoredEntry } from '../domain/journal-entry'

/** The journal's table, within whatever transaction. */
export interface JournalTable {
  getAll(range: IDBKeyRange): Promise<readonly StoredEntry[]>
  index(name: 'person'): { getAll(range: IDBKeyRange): Promise<readonly StoredEntry[]> }
  index(name: 'people'): { getAll(person: PersonId): Promise<readonly StoredEntry[]> }
}

/** The same where it may be written to. */
interface WrittenJournal extends JournalTable {
  put(row: StoredEntry): Promise<unknown>
  delete(stamp: Stamp): Promise<unknown>
}

/** One change. It may stand in the row of one that was made before it: what is written together is stamped in one ms. */
export async function changeAt(journal: JournalTable, stamp: Stamp): Promise<Change | undefined> {
  return changesIn(await journal.getAll(IDBKeyRange.bound(stamp.slice(0, 9), stamp))).find((change) => change.stamp === stamp)
}

/** Every change of one record of a person, oldest first. */
export async function changesOf(journal: JournalTable, person: PersonId): Promise<readonly Change[]> {
  return theirs(await rowsOf(journal, person), person)
}

/** The changes of one record of a person in these rows, oldest first. */
export function theirs(rows: readonly StoredEntry[], id: PersonId): readonly Change[] {
  return changesIn(rows).filter(({ person }) => person === id).sort((one, other) => (one.stamp < other.stamp ? -1 : 1))
}

/** Makes others of a person's changes; undefined leaves none in its place. */
export async function rewriteChanges(journal: WrittenJournal, id: PersonId, now: (change: Change) => Change | undefined): Promise<void> {
  for (const row of await rowsOf(journal, id)) {
    const held = changesIn([row])
    const left = held.flatMap((change) => (change.person === id ? (now(change) ?? []) : change))
    if (left.length === held.length && left.every((change, at) => change === held[at])) continue
    await journal.delete(row.stamp)
    for (const next of row.people ? lotOf(left) : left.map(rowOf)) await journal.put(next)
  }
}

/** Forgets what a person's changes say in these notes and posts: as if their words had been empty. */
export function forgetWords(journal: WrittenJournal, person: PersonId, named: ReadonlySet<string>): Promise<void> {
  return rewriteChanges(journal, person, (change) => ('text' in change && change.text && named.has(nameIn(change) ?? '') ? withoutWords(change) : change))
}

/** The note or the post that a change is about. */
export function nameIn(change: Change): string | undefined {
  return 'note' in change ? change.note : isOnContact(change) ? change.post : undefined
}

function withoutWords(change: Extract<Change, { text?: string | undefined }>): Change {
  if (change.kind !== 'note/added') return { ...change, text: '' }
  const { post: _post, ...rest } = change
  return { ...rest, text: '' }
}

async function rowsOf(journal: JournalTable, person: PersonId): Promise<readonly StoredEntry[]> {
  return (await Promise.all([journal.index('person').getAll(IDBKeyRange.bound([person], [person, []])), journal.index('people').getAll(person)])).flat()
}
