import type { Store } from '../../store/open-store'
import { afterPage, type XConnection } from './connection'
import { updateConnection } from './connections-worker'
import type { Ledger } from './ledger'
import { type Call, ownAccount } from './poll-worker'
import { toSeen } from './to-seen'

/**
 * Fetches one page of what was before, records it, and notes how far it came. In that order: a worker that is stopped in between fetches the page again, and
 * since each post is recorded once for ever, none is there twice and none is missing.
 */
export async function backFillPage(store: Store, connection: XConnection, call: Call, ledger: Ledger): Promise<XConnection | undefined> {
  const { backFill, id } = connection
  if (!backFill?.running || backFill.stage === 'done') return connection
  const { stage, until } = backFill
  const { posts, accounts, hasMore } = await call((api) => (stage === 'mentions' ? api.mentions(id, { until }) : api.ownPosts(id, { until })))
  await ledger.posts(toSeen(posts, [...accounts, ownAccount(connection)], new Set([id])), true)
  return updateConnection(store, id, (held) => (held.backFill ? { ...held, backFill: { ...afterPage(held.backFill, posts, hasMore), running: held.backFill.running && afterPage(held.backFill, posts, hasMore).running } } : held))
}
