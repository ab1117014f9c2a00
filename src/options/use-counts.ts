import { useEffect, useState } from 'preact/hooks'
import { onAnnouncement } from '../contract/announce'
import type { StoredCounts } from '../features/preferences/stored-data'
import { noteOf } from '../domain/person'
import { isNewer, openStore, type Store } from '../store/open-store'

/** How much is stored, counted again after every change. */
export function useCounts(): StoredCounts | undefined {
  const [counts, setCounts] = useState<StoredCounts>()
  useEffect(() => {
    const stop = new AbortController()
    const count = (): void => void countAll().then((counts) => stop.signal.aborted || setCounts(counts), console.error)
    onAnnouncement(({ announce }) => announce === 'people/changed' && count(), stop.signal)
    count()
    return () => stop.abort()
  }, [])
  return counts
}

async function countAll(): Promise<StoredCounts> {
  const store = await openStore()
  const [records, aliases, notes, replies] = await Promise.all([store.count('people'), countAliases(store), store.getAll('notes'), store.count('replies')])
  return { people: records - aliases, notes: notes.filter(noteOf).length, replies, newer: isNewer(store) }
}

/** Several records of one person count once. */
function countAliases(store: Store): Promise<number> {
  return store.countFromIndex('people', 'into')
}
