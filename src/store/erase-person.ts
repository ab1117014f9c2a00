import type { Change, PersonId } from '../domain/change'
import { countAnew } from '../domain/count-contacts'
import { type HandleKey, keyOf } from '../domain/handle'
import { changesIn, type StoredEntry } from '../domain/journal-entry'
import type { PersonRow } from '../domain/person'
import { reduce } from '../domain/reduce'
import { withoutPerson } from '../features/canned-replies/reply-use'
import { concernsOf, putAll } from './concerns'
import { nameIn, rewriteChanges } from './journal-entries'
import { draftsOn } from './drafts'
import type { WriteTransaction } from './transactions'

/** So many entries of the journal are looked through at once. */
const AT_ONCE = 1_000

/**
 * Deletes everything under a person's id: journal, notes, contacts, drafts, mentions, and whom replies were for. What somebody else said of the
 * same notes and posts is applied anew, so that it stands as if the erased person had never been. Resolves to the people whose
 * rows changed, and whose words of the search are to be made anew: of the erased there are none then.
 */
export async function eraseRecords(transaction: WriteTransaction, change: Extract<Change, { kind: 'person/erased' }>): Promise<readonly PersonRow[]> {
  const before = await transaction.objectStore('people').get(change.person)
  const named = await deleteEntries(transaction, change.person)
  await Promise.all([...named].flatMap((id) => [transaction.objectStore('notes').delete(id as never), transaction.objectStore('contacts').delete(id as never)]))
  const made = reduce(await concernsOf(transaction, change), change)
  await Promise.all([...putAll(transaction, made), withoutUses(transaction, change.person)])
  await Promise.all((before?.handles ?? []).map((key) => deleteByHandle(transaction, key)))
  return [...made.people, ...(named.size > 0 ? await applyAgain(transaction, named) : [])]
}

/** Deletes the entries of a person, but not that they were erased before, and gives the notes and posts that they name. */
async function deleteEntries(transaction: WriteTransaction, person: PersonId): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  await rewriteChanges(transaction.objectStore('journal'), person, (change) => {
    if (change.kind === 'person/erased') return change
    for (const name of [nameIn(change)]) if (name) named.add(name)
    return undefined
  })
  return named
}

/** What is left in the journal about notes and posts whose rows are gone: two records that were never joined may both hold a post. */
async function applyAgain(transaction: WriteTransaction, named: ReadonlySet<string>): Promise<readonly PersonRow[]> {
  const changed: PersonRow[] = []
  for (let after: StoredEntry | undefined, isMore = true; isMore; ) {
    const rows: readonly StoredEntry[] = await transaction.objectStore('journal').getAll(after && IDBKeyRange.lowerBound(after.stamp, true), AT_ONCE)
    for (const change of changesIn(rows)) {
      if (!named.has(nameIn(change) ?? '')) continue
      const made = reduce(await concernsOf(transaction, change), change)
      await Promise.all(putAll(transaction, made))
      changed.push(...made.people)
    }
    after = rows.at(-1)
    isMore = rows.length === AT_ONCE
  }
  await Promise.all([...new Set(changed.map(({ id }) => id))].map((id) => countContacts(transaction, id)))
  return changed
}

/** What was deleted counted for somebody else, and counts again: that is not to be reckoned on from. */
async function countContacts(transaction: WriteTransaction, id: PersonId): Promise<void> {
  const people = transaction.objectStore('people')
  const [row, contacts] = await Promise.all([people.get(id), transaction.objectStore('contacts').index('person').getAll(id)])
  if (row) await people.put(countAnew(row, contacts))
}

async function withoutUses(transaction: WriteTransaction, person: PersonId): Promise<void> {
  const uses = transaction.objectStore('uses')
  const theirs = await uses.index('person').getAll(person)
  await Promise.all(theirs.map((use) => uses.put(withoutPerson(use))))
}

/** What is kept under a handle alone: words not yet saved, mentions that wait, posts that were fetched, and that X did not know it. */
async function deleteByHandle(transaction: WriteTransaction, key: HandleKey): Promise<void> {
  const [drafts, mentions, fetched] = [transaction.objectStore('drafts'), transaction.objectStore('mentions'), transaction.objectStore('xFetched')]
  const [typed, waiting, posts] = await Promise.all([draftsOn(drafts, key), mentions.index('key').getAllKeys(key), fetched.getAll(), transaction.objectStore('xUnknown').delete(key)])
  await Promise.all([...typed.map(({ place }) => drafts.delete(place)), ...waiting.map((id) => mentions.delete(id)), ...posts.filter(({ post }) => [post.author, ...post.mentions].some((handle) => keyOf(handle) === key)).map(({ id }) => fetched.delete(id))])
}
