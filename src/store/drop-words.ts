import { type HandleKey, keyOf, type PostId, toHandle, type XId } from '../domain/handle'
import type { ContactRow, PersonRow } from '../domain/person'
import { indexPeople } from './index-people'
import { forgetWords } from './journal-entries'
import { mustBeOurs, type Store } from './open-store'
import { findByXId } from './read-people'
import { WRITTEN_TABLES } from './transactions'

/**
 * Forgets the words of posts that X shows to nobody any more, in the contacts, in the journal and in the index; that there was a contact, and
 * when, stays. Resolves to whose badges it concerns: nobody's where nothing was kept of those posts.
 */
export async function dropWords(store: Store, posts: readonly PostId[]): Promise<readonly HandleKey[]> {
  const transaction = mustBeOurs(store).transaction(WRITTEN_TABLES, 'readwrite', { durability: 'strict' })
  const contacts = transaction.objectStore('contacts')
  const rows = (await Promise.all(posts.map((post) => contacts.get(post)))).flatMap((row) => (row?.fields['text']?.[0] ? [row] : []))
  const owners = [...new Set(rows.map(({ person }) => person))]
  // An entry is under the person it was written under, which is the contact's own.
  await Promise.all([...rows.map((row) => contacts.put(withoutText(row))), ...owners.map((owner) => forgetWords(transaction.objectStore('journal'), owner, new Set(rows.map(({ id }) => id))))])
  await indexPeople(transaction, owners)
  const people = await Promise.all(owners.map((id) => transaction.objectStore('people').get(id)))
  await transaction.done
  return people.flatMap((row) => row?.key ?? [])
}

/** Forgets the words of whatever these accounts posted, since they show it to their followers alone now; what was written to them directly stays. */
export async function dropWordsOf(store: Store, xIds: readonly XId[]): Promise<readonly HandleKey[]> {
  const found = await findByXId(store, xIds)
  const contacts = store.transaction('contacts').store.index('person')
  const posts = found.map(async ({ row, record }) => {
    const rows = await Promise.all([row.id, ...(row.aliases ?? [])].map((id) => contacts.getAll(id)))
    return rows.flat().filter((contact) => contact.fields['text']?.[0] && isPostBy(record, contact)).map(({ id }) => id)
  })
  const all = (await Promise.all(posts)).flat()
  return all.length === 0 ? [] : dropWords(store, all)
}

const ADDRESS = /^https:\/\/[a-z.]+\/([A-Za-z0-9_]{1,15})\/status\//

/** The address of a post names its author; a direct message has another one. */
function isPostBy({ handles = [] }: PersonRow, { fields }: ContactRow): boolean {
  const author = toHandle(ADDRESS.exec(String(fields['url']?.[0]))?.[1])
  return author !== undefined && handles.includes(keyOf(author))
}

/** As if its words had been empty: whatever comes later wins over them as it would have over the words. */
function withoutText(row: ContactRow): ContactRow {
  const text = row.fields['text']
  return text ? { ...row, fields: { ...row.fields, text: ['', text[1]] } } : row
}
