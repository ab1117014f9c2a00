import type { SeenPost } from '../../domain/contact'
import { type Handle, keyOf, type XId } from '../../domain/handle'
import type { XAccount, XPost } from '../../domain/x-data'

/** Posts of X's interface as the page would have shown them, the oldest first, so that one rule says what a contact is and the journal tells it in its order. `ours` are our own accounts; whoever wrote a post must be known. */
export function toSeen(posts: readonly XPost[], accounts: readonly XAccount[], ours: ReadonlySet<XId>): readonly SeenPost[] {
  const known = new Map(accounts.map((account) => [account.xId, account]))
  return posts.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)).flatMap((post) => {
    const author = known.get(post.author)
    return author ? [seenOf(post, author, ours.has(post.author) && post.answersAccount ? known.get(post.answersAccount) : undefined)] : []
  })
}

function seenOf(post: XPost, author: XAccount, answered: XAccount | undefined): SeenPost {
  const { mentions, leading } = withAnswered(post, answered?.handle)
  // What is not for everybody to read is read at X: that they wrote is kept, and not what.
  // What is kept of the other side: of a reply of ours that is whom it answers.
  const other = answered ?? author
  return { post: post.id, author: author.handle, mentions, leading, promoted: false, reposted: post.isRepost, quotes: false, text: author.isProtected ? '' : post.text, postedAt: post.at, xId: other.xId, name: other.name, conversation: post.conversation }
}

/** Whom a post answers stands first among those it addresses, also where X left the name out of its words. */
function withAnswered({ mentions, leading }: XPost, answered: Handle | undefined): { readonly mentions: readonly Handle[]; readonly leading: number } {
  if (!answered) return { mentions, leading }
  const others = mentions.filter((handle) => keyOf(handle) !== keyOf(answered))
  const ledBefore = mentions.slice(0, leading).filter((handle) => keyOf(handle) !== keyOf(answered)).length
  return { mentions: [answered, ...others], leading: ledBefore + 1 }
}
