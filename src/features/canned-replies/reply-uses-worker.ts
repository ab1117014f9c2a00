import type { PersonId } from '../../domain/change'
import { type PeopleTable, readGroup } from '../../store/read-group'
import type { Store } from '../../store/open-store'
import type { UsesAbout } from './canned-replies-messages'
import { type ReplyUse, withoutPerson } from './reply-use'

/** Keeps a use. Of somebody whom we do not keep neither the person nor the thread is kept. */
export async function keepUse(store: Store, use: ReplyUse): Promise<void> {
  const transaction = store.transaction(['uses', 'people'], 'readwrite')
  const isKnown = use.person !== undefined && (await transaction.objectStore('people').getKey(use.person)) !== undefined
  await transaction.objectStore('uses').put(isKnown ? use : withoutPerson(use))
  await transaction.done
}

/** The uses of a person (under each of their records), in a thread, and of a reply: each once, oldest first. */
export async function usesAbout(store: Store, { person, thread, reply }: UsesAbout): Promise<readonly ReplyUse[]> {
  const transaction = store.transaction(['uses', 'people'])
  const table = transaction.objectStore('uses')
  const records = person === undefined ? [] : await recordsOf(transaction.objectStore('people'), person)
  const found = await Promise.all([
    ...records.map((id) => table.index('person').getAll(id)),
    thread === undefined ? [] : table.index('thread').getAll(thread),
    reply === undefined ? [] : table.index('reply').getAll(reply),
  ])
  const uses = new Map(found.flat().map((use) => [use.id, use]))
  return [...uses.values()].sort((one, other) => one.at - other.at)
}

async function recordsOf(people: PeopleTable, person: PersonId): Promise<readonly PersonId[]> {
  const row = await people.get(person)
  return row ? (await readGroup(people, row)).map(({ id }) => id) : [person]
}
