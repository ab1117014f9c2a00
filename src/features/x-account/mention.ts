import { type Handle, type HandleKey, keyOf, type PostId, type XId } from '../../domain/handle'
import type { XAccount, XPost } from '../../domain/x-data'

/** A mention that waits for an answer. */
export interface Mention {
  readonly id: PostId
  /** The account of ours it speaks to. */
  readonly account: XId
  readonly author: Handle
  readonly key: HandleKey
  readonly xId: XId
  readonly name: string | undefined
  readonly followers: number | undefined
  readonly text: string
  /** ms since 1970 */
  readonly at: number
  readonly conversation: PostId
}

/** The mentions in a page of posts: what only passes something on and what is our own never enters. */
export function mentionsIn(posts: readonly XPost[], accounts: readonly XAccount[], account: XId, ours: ReadonlySet<HandleKey>): readonly Mention[] {
  const authors = new Map(accounts.map((author) => [author.xId, author]))
  return posts.flatMap((post) => {
    const author = authors.get(post.author)
    if (!author || post.isRepost || post.author === account || ours.has(keyOf(author.handle))) return []
    const { xId, handle, name, followers, isProtected } = author
    // What is not for everybody to read is read at X.
    return [{ id: post.id, account, author: handle, key: keyOf(handle), xId, name, followers, text: isProtected ? '' : post.text, at: post.at ?? 0, conversation: post.conversation ?? post.id }]
  })
}

/** Those mentions that posts of ours answer, as X tells them: what we said later to the same account in the same conversation. */
export function answeredBy(mentions: readonly Mention[], ours: readonly XPost[]): readonly Mention[] {
  return mentions.filter((mention) =>
    ours.some(({ id, conversation, answersAccount }) => answersAccount === mention.xId && conversation === mention.conversation && BigInt(id) > BigInt(mention.id)),
  )
}

/** A reply of ours that the page showed: to whom, and when (ms since 1970). */
export interface ShownReply {
  readonly key: HandleKey
  readonly at: number
}

/**
 * Those mentions that a reply on the page answers. The page does not say which conversation it belongs to: while somebody waits in
 * several, none of them leaves by it, since a question that leaves unanswered is lost.
 */
export function answeredOnPage(mentions: readonly Mention[], { key, at }: ShownReply): readonly Mention[] {
  const earlier = mentions.filter((mention) => mention.key === key && mention.at <= at)
  return new Set(earlier.map(({ conversation }) => conversation)).size > 1 ? [] : earlier
}

/** The newest first, as X lists them. */
export function newestFirst(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.toSorted((one, other) => (BigInt(one.id) > BigInt(other.id) ? -1 : 1))
}
