import type { PostId } from '../domain/handle'
import type { JournalRow } from '../domain/journal-entry'
import type { ContactRow } from '../domain/person'
import { mustBeOurs, type Store } from './open-store'

/** Forgets the words of posts that X shows to nobody any more, in the contacts and in the journal; that there was a contact, and when, stays. Resolves to how many had words. */
export async function dropWords(store: Store, posts: readonly PostId[]): Promise<number> {
  const transaction = mustBeOurs(store).transaction(['contacts', 'journal'], 'readwrite', { durability: 'strict' })
  const [contacts, journal] = [transaction.objectStore('contacts'), transaction.objectStore('journal')]
  let dropped = 0
  for (const post of posts) {
    const row = await contacts.get(post)
    if (!row?.fields['text']?.[0]) continue
    dropped += 1
    // An entry is under the person it was written under, which is the contact's own.
    const entries = await journal.index('person').getAll(IDBKeyRange.bound([row.person], [row.person, []]))
    await Promise.all([contacts.put(withoutWords(row)), ...entries.flatMap((entry) => entryWithoutWords(entry, post)).map((entry) => journal.put(entry))])
  }
  await transaction.done
  return dropped
}

/** As if its words had been empty: whatever comes later wins over them as it would have over the words. */
function withoutWords(row: ContactRow): ContactRow {
  const text = row.fields['text']
  return text ? { ...row, fields: { ...row.fields, text: ['', text[1]] } } : row
}

function entryWithoutWords({ stamp, person, change }: JournalRow, post: PostId): readonly JournalRow[] {
  return change.kind === 'contact/recorded' && change.post === post && change.text ? [{ stamp, person, change: { ...change, text: '' } }] : []
}
