import type { SeenPost } from '../../domain/contact'
import type { XId } from '../../domain/handle'

/** A post from before. X gives the newest first; it lies here until the oldest are there, so that they are recorded first. */
export interface Fetched {
  /** The account it was fetched for and the post: the keys of an account stand in the order of time. */
  readonly id: string
  readonly post: SeenPost
}

/** A post as it waits. Ids of posts grow, and have up to 20 digits. */
export function toFetched(account: XId, post: SeenPost): Fetched {
  return { id: `${account} ${post.post.padStart(20, '0')}`, post }
}

/** The keys of all posts that wait for an account. */
export function fetchedFor(account: XId): IDBKeyRange {
  return IDBKeyRange.bound(`${account} `, `${account} \uffff`)
}
