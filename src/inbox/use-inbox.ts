import { useEffect, useState } from 'preact/hooks'
import type { PostId } from '../domain/handle'
import { storedScoreIn } from '../domain/stored-facts'
import { contactEntryIn } from '../features/history/contact-entry'
import type { Thread } from '../features/history/threads'
import { inFairOrder } from '../features/influence/fair-queue'
import { type Waiter, waiterOf } from '../features/x-account/inbox'
import type { Mention } from '../features/x-account/mention'
import { openStore, type Store } from '../store/open-store'
import { findPeople } from '../store/read-people'

const EVERY = 2000

/** Nobody waits longer than a day because of a low score; within it a full lift saves half. */
export const QUEUE = { cap: 24 * 3_600_000, share: 0.5 }

/** Who waits for an answer, in the fair order; undefined until it is read. */
export function useInbox(): readonly [readonly Waiter[] | undefined, () => void] {
  const [waiters, setWaiters] = useState<readonly Waiter[]>()
  const look = (): void => void readInbox().then(setWaiters, console.error)
  useEffect(() => {
    look()
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), EVERY)
    return () => clearInterval(timer)
  }, [])
  return [waiters, look]
}

/** What was said in a conversation, oldest first. */
export async function readThread(conversation: PostId): Promise<Thread> {
  const rows = await (await openStore()).getAllFromIndex('contacts', 'conversation', postsOf(conversation))
  return rows.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)).flatMap(({ fields }) => contactEntryIn(fields) ?? [])
}

/** How many posts of the conversation of each mention are recorded beside itself; one that began its conversation has nothing before it. */
function countOthers(store: Store, mentions: readonly Mention[]): Promise<readonly number[]> {
  const { store: contacts } = store.transaction('contacts')
  return Promise.all(mentions.map(async ({ id, conversation }) => (id === conversation ? 0 : Math.max(0, (await contacts.index('conversation').count(postsOf(conversation))) - 1))))
}

function postsOf(conversation: PostId): IDBKeyRange {
  return IDBKeyRange.bound([conversation], [conversation, []])
}

async function readInbox(): Promise<readonly Waiter[]> {
  const store = await openStore()
  const mentions = await store.getAll('mentions')
  const found = await findPeople(store, mentions.map(({ author, xId }) => ({ handle: author, xId })))
  const others = await countOthers(store, mentions)
  const waiters = mentions.map((mention, at) => {
    const row = (found[at]?.byXId ?? found[at]?.byKey)?.row
    return waiterOf(mention, row && storedScoreIn(row.fields), row !== undefined && row.notes > 0, others[at] ?? 0)
  })
  return inFairOrder(waiters, QUEUE, Date.now())
}
