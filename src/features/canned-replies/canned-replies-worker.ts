import type { Store } from '../../store/open-store'
import type { Reply, ReplyId } from './reply'

/** All canned replies, by title. */
export async function listReplies(store: Store): Promise<readonly Reply[]> {
  const replies = await store.getAll('replies')
  return replies.sort((one, other) => one.title.localeCompare(other.title))
}

/** Saves a canned reply, new or changed. */
export async function saveReply(store: Store, reply: Reply, now: number): Promise<void> {
  const transaction = store.transaction('replies', 'readwrite', { durability: 'strict' })
  await transaction.store.put(savedOver(await transaction.store.get(reply.id), reply, now))
  await transaction.done
}

/** Removes a canned reply. */
export async function removeReply(store: Store, id: ReplyId): Promise<void> {
  const transaction = store.transaction('replies', 'readwrite', { durability: 'strict' })
  await transaction.store.delete(id)
  await transaction.done
}

/** A reply as it is stored in the place of another. */
export function savedOver(held: Reply | undefined, reply: Reply, now: number): Reply {
  return { ...reply, created: held?.created ?? (reply.created || now), updated: now, rev: Math.max(held?.rev ?? 0, reply.rev) + 1 }
}
