import type { Handle, PostId } from '../../domain/handle'
import type { XAccount, XPost } from '../../domain/x-data'

/** A post that a search found. Its writer is a stranger to us: it is kept until the browser closes, and nowhere on the disk. */
export interface HeardPost {
  readonly id: PostId
  readonly author: Handle
  readonly name: string | undefined
  readonly followers: number | undefined
  readonly text: string
  /** ms since 1970 */
  readonly at: number
}

/** What a search has found since the browser was opened. */
export interface Heard {
  /** Newest first. */
  readonly posts: readonly HeardPost[]
  readonly since: PostId | undefined
  /** When X was last asked, ms since 1970. */
  readonly at: number
}

/** The most posts of one search that are held. */
const MOST = 100

/** What is held after one more answer. */
export function hearing(held: Heard | undefined, posts: readonly XPost[], accounts: readonly XAccount[], now: number): Heard {
  const authors = new Map(accounts.map((account) => [account.xId, account]))
  const heard = posts.flatMap((post) => {
    const author = authors.get(post.author)
    return author && !post.isRepost ? [{ id: post.id, author: author.handle, name: author.name, followers: author.followers, text: post.text, at: post.at ?? 0 }] : []
  })
  const all = [...new Map([...heard, ...(held?.posts ?? [])].map((post) => [post.id, post])).values()].toSorted((one, other) => (BigInt(one.id) > BigInt(other.id) ? -1 : 1))
  return { posts: all.slice(0, MOST), since: newestOf(posts, held?.since), at: now }
}

function newestOf(posts: readonly XPost[], held: PostId | undefined): PostId | undefined {
  return posts.reduce<PostId | undefined>((newest, { id }) => (newest === undefined || BigInt(id) > BigInt(newest) ? id : newest), held)
}
