import { useEffect, useState } from 'preact/hooks'
import { storedScoreIn } from '../domain/stored-facts'
import { inFairOrder } from '../features/influence/fair-queue'
import { type Waiter, waiterOf } from '../features/x-account/inbox'
import { openStore } from '../store/open-store'
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

async function readInbox(): Promise<readonly Waiter[]> {
  const store = await openStore()
  const mentions = await store.getAll('mentions')
  const found = await findPeople(store, mentions.map(({ author, xId }) => ({ handle: author, xId })))
  const waiters = mentions.map((mention, at) => {
    const row = (found[at]?.byXId ?? found[at]?.byKey)?.row
    return waiterOf(mention, row && storedScoreIn(row.fields), row !== undefined && row.notes > 0)
  })
  return inFairOrder(waiters, QUEUE, Date.now())
}
