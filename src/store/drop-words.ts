import type { PersonId } from '../domain/change'
import type { HandleKey, PostId } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import { indexPeople } from './index-people'
import { mustBeOurs, type Store } from './open-store'
import { WRITTEN_TABLES, type WriteTransaction } from './transactions'

/**
 * Forgets the words of posts that X shows to nobody any more, in the contacts, in the journal and in the index; that there was a contact, and
 * when, stays. Resolves to whose badges it concerns: nobody's where nothing was kept of those posts.
 */
export async function dropWords(store: Store, posts: readonly PostId[]): Promise<readonly HandleKey[]> {
  const transaction = mustBeOurs(store).transaction(WRITTEN_TABLES, 'readwrite', { durability: 'strict' })
  const owners = new Set<PersonId>()
  for (const post of posts) for (const owner of await dropFrom(transaction, post)) owners.add(owner)
  await indexPeople(transaction, owners)
  const rows = await Promise.all([...owners].map((id) => transaction.objectStore('people').get(id)))
  await transaction.done
  return rows.flatMap((row) => row?.key ?? [])
}

async function dropFrom(transaction: WriteTransaction, post: PostId): Promise<readonly PersonId[]> {
  const [contacts, journal] = [transaction.objectStore('contacts'), transaction.objectStore('journal')]
  const row = await contacts.get(post)
  const text = row?.fields['text']
  if (!row || !text?.[0]) return []
  // An entry is under the person it was written under, which is the contact's own.
  const entries = await journal.index('person').getAll(IDBKeyRange.bound([row.person], [row.person, []]))
  // As if its words had been empty: whatever comes later wins over them as it would have over the words.
  await Promise.all([contacts.put({ ...row, fields: { ...row.fields, text: ['', text[1]] } }), ...entries.flatMap((entry) => withoutWords(entry, post)).map((entry) => journal.put(entry))])
  return [row.person]
}

function withoutWords({ stamp, person, change }: JournalRow, post: PostId): readonly JournalRow[] {
  return change.kind === 'contact/recorded' && change.post === post && change.text ? [{ stamp, person, change: { ...change, text: '' } }] : []
}
