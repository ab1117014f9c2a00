import type { PostId } from '../../domain/handle'
import { MOST_AT_ONCE } from '../../remote/x-api'
import { dropWords } from '../../store/drop-words'
import { mustBeOurs, type Store } from '../../store/open-store'
import type { XConnection } from './connection'
import { updateConnection } from './connections-worker'
import { newestFirst } from './mention'
import type { Call } from './poll-worker'

const DAY = 86_400_000

/** A little less than a day, so that it is done within one whenever the alarm rings. */
const EVERY = 0.9 * DAY

/** So many pages one look back takes at most. What lies further back is looked at once what came later is answered. */
const MOST_PAGES = 10

/**
 * Once a day looks whether the mentions that wait are still there for everybody, and forgets the words of those that are not. Mentions are
 * the cheapest to ask for, so they are listed again; only what is missing there is asked for by itself, since one list with a gap is no proof.
 */
export async function lookBack(store: Store, connection: XConnection, call: Call, now: number): Promise<readonly PostId[]> {
  if (connection.lookedBackAt !== undefined && Math.abs(now - connection.lookedBackAt) < EVERY) return []
  const waiting = newestFirst((await store.getAll('mentions')).filter(({ account }) => account === connection.id))
  const missing = waiting.length === 0 ? [] : await missingAmong(waiting.map(({ id }) => id), connection, call)
  const gone: PostId[] = []
  for (let from = 0; from < missing.length; from += MOST_AT_ONCE) {
    const part = missing.slice(from, from + MOST_AT_ONCE)
    const there = await call((api) => api.postsThere(part))
    gone.push(...part.filter((id) => !there.has(id)))
  }
  await dropWords(store, gone)
  const transaction = mustBeOurs(store).transaction('mentions', 'readwrite', { durability: 'strict' })
  for (const id of gone) await transaction.store.delete(id)
  await transaction.done
  await updateConnection(store, connection.id, (held) => ({ ...held, lookedBackAt: now }))
  return gone
}

/** Those of the given posts, newest first, that the list of mentions has no more, as far back as it was gone through. */
async function missingAmong(ids: readonly PostId[], { id }: XConnection, call: Call): Promise<readonly PostId[]> {
  const listed = new Set<PostId>()
  const [oldest] = ids.slice(-1)
  let reached: PostId | undefined
  for (let pages = 0, until: PostId | undefined; pages < MOST_PAGES; pages += 1) {
    const page = await call((api) => api.mentions(id, { until }))
    for (const post of page.posts) listed.add(post.id)
    until = page.posts.at(-1)?.id
    reached = page.hasMore ? until : undefined
    if (reached === undefined || (oldest !== undefined && BigInt(reached) <= BigInt(oldest))) break
  }
  return ids.filter((one) => !listed.has(one) && (reached === undefined || BigInt(one) > BigInt(reached)))
}
