import type { PostId } from '../../domain/handle'
import type { XAccount, XPost } from '../../domain/x-data'
import type { XApi, PageOfPosts } from '../../remote/x-api'
import { mustBeOurs, type Store } from '../../store/open-store'
import { newest, type XConnection } from './connection'
import { updateConnection } from './connections-worker'
import type { Ledger } from './ledger'
import { answeredBy, answeredOnPage, type Mention, mentionsIn, type ShownReply } from './mention'
import { toSeen } from './to-seen'

/** Calls X for one connection. */
export type Call = <Answer>(use: (api: XApi) => Promise<Answer>) => Promise<Answer>

/** X gives no more than the newest 800 mentions, in pages of a hundred: whoever was away for long misses none that can be had. */
const MOST_PAGES = 8

/** Asks for mentions since the last one seen, records them, and gives those that are new in the inbox. */
export async function pollMentions(store: Store, connection: XConnection, call: Call, ledger: Ledger, now: number): Promise<readonly Mention[]> {
  const { posts, accounts } = await since(connection.mentionsSince, (until) => call((api) => api.mentions(connection.id, { since: connection.mentionsSince, until })))
  const ours = await ledger.ours()
  await ledger.accounts(accounts)
  await ledger.posts(toSeen(posts, accounts, new Set([connection.id])), false)
  const found = mentionsIn(posts, accounts, connection.id, ours)
  // The mentions and how far they reach in one transaction: a worker that is stopped before it asks again, and one that is stopped after it has them.
  const transaction = mustBeOurs(store).transaction(['mentions', 'xAccounts'], 'readwrite', { durability: 'strict' })
  const [table, connections] = [transaction.objectStore('mentions'), transaction.objectStore('xAccounts')]
  const held = await connections.get(connection.id)
  if (held) for (const mention of found) await table.put(mention)
  if (held) await connections.put({ ...held, mentionsSince: newest(posts, held.mentionsSince), polledAt: now })
  await transaction.done
  return held ? found : []
}

/** Asks for our own posts since the last one seen, records them, and takes from the inbox what they answer. */
export async function pollOwnPosts(store: Store, connection: XConnection, call: Call, ledger: Ledger, now: number): Promise<void> {
  const { posts, accounts } = await since(connection.ownSince, (until) => call((api) => api.ownPosts(connection.id, { since: connection.ownSince, until })))
  await ledger.posts(toSeen(posts, [...accounts, ownAccount(connection)], new Set([connection.id])), false)
  await remove(store, (mentions) => answeredBy(mentions, posts))
  await updateConnection(store, connection.id, (held) => ({ ...held, ownSince: newest(posts, held.ownSince), ownPolledAt: now }))
}

/** Takes from the inbox what a reply on the page answers. */
export async function sawReplies(store: Store, replies: readonly ShownReply[]): Promise<number> {
  if (replies.length === 0 || (await store.count('mentions')) === 0) return 0
  return remove(store, (mentions) => replies.flatMap((reply) => answeredOnPage(mentions, reply)))
}

/** Takes from the inbox what needs no answer. */
export async function dismiss(store: Store, ids: readonly PostId[]): Promise<void> {
  await remove(store, (mentions) => mentions.filter(({ id }) => ids.includes(id)))
}

/** Ourselves, as far as our own posts need us. */
export function ownAccount({ id, handle }: XConnection): XAccount {
  return { xId: id, handle, name: undefined, followers: undefined, following: undefined, listed: undefined, posts: undefined, createdAt: undefined, verifiedType: undefined, isProtected: false }
}

/** All pages since a post, or one page where nothing was seen yet. */
async function since(known: PostId | undefined, ask: (until: PostId | undefined) => Promise<PageOfPosts>): Promise<{ readonly posts: readonly XPost[]; readonly accounts: readonly XAccount[] }> {
  const posts: XPost[] = []
  const accounts: XAccount[] = []
  for (let pages = 0, until: PostId | undefined; pages < MOST_PAGES; pages += 1) {
    const page = await ask(until)
    posts.push(...page.posts)
    accounts.push(...page.accounts)
    until = page.posts.at(-1)?.id
    if (!page.hasMore || known === undefined) break
  }
  return { posts, accounts }
}

async function remove(store: Store, choose: (mentions: readonly Mention[]) => readonly Mention[]): Promise<number> {
  const transaction = mustBeOurs(store).transaction('mentions', 'readwrite')
  const chosen = new Set(choose(await transaction.store.getAll()).map(({ id }) => id))
  for (const id of chosen) await transaction.store.delete(id)
  await transaction.done
  return chosen.size
}
