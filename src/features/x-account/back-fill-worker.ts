import type { XId } from '../../domain/handle'
import { MOST_AT_ONCE } from '../../remote/x-api'
import { mustBeOurs, type Store } from '../../store/open-store'
import { afterPage, type BackFill } from './connection'
import { updateConnection } from './connections-worker'
import { fetchedFor, toFetched } from './fetched'
import type { Ledger } from './ledger'
import { type Call, ownAccount } from './poll-worker'
import { toSeen } from './to-seen'

/**
 * Fetches what was before, page by page, and then records it, the oldest first: X gives the newest first and no page from the middle, so what came waits on the
 * disk. A page and how far that leads are written in one transaction, so a worker that is stopped fetches at most the page again that was on its way.
 */
export async function backFill(store: Store, id: XId, call: Call, ledger: Ledger): Promise<void> {
  while (await fetchPage(store, id, call));
  await recordFetched(store, id, ledger)
}

/** Records what waits, the oldest first; each post once for ever, so it does no harm to be stopped between that and letting it go. */
export async function recordFetched(store: Store, id: XId, ledger: Ledger): Promise<void> {
  const { waiting, stage } = (await store.get('xAccounts', id))?.backFill ?? {}
  if (!waiting && stage !== 'recording') return
  for (;;) {
    const held = await store.getAll('xFetched', fetchedFor(id), MOST_AT_ONCE)
    const [first, last] = [held[0], held.at(-1)]
    if (!first || !last) break
    await ledger.posts(held.map(({ post }) => post), true)
    await mustBeOurs(store).delete('xFetched', IDBKeyRange.bound(first.id, last.id))
  }
  await updateConnection(store, id, (held) => (held.backFill ? { ...held, backFill: recorded(held.backFill) } : held))
}

function recorded(held: BackFill): BackFill {
  return { ...held, waiting: undefined, ...(held.stage === 'recording' && { stage: 'done', running: false }) }
}

/** Gives whether there may be another page. */
async function fetchPage(store: Store, id: XId, call: Call): Promise<boolean> {
  const connection = await store.get('xAccounts', id)
  const { running, stage, until, since } = connection?.backFill ?? {}
  if (!connection || !running || stage === undefined || stage === 'recording' || stage === 'done') return false
  const stretch = { since: since?.[stage], until }
  const { posts, accounts, hasMore } = await call((api) => (stage === 'mentions' ? api.mentions(id, stretch) : api.ownPosts(id, stretch)))
  const transaction = mustBeOurs(store).transaction(['xFetched', 'xAccounts'], 'readwrite', { durability: 'strict' })
  const connections = transaction.objectStore('xAccounts')
  const held = await connections.get(id)
  // Taken away meanwhile, or begun anew: then this page is none of it.
  if (held?.backFill && held.backFill.stage === stage && held.backFill.until === until) {
    for (const post of toSeen(posts, [...accounts, ownAccount(connection)], new Set([id]))) void transaction.objectStore('xFetched').put(toFetched(id, post))
    await connections.put({ ...held, backFill: afterPage(held.backFill, posts, hasMore) })
  }
  await transaction.done
  return true
}
