import type { Handle, PostId, XId } from './handle'

/** What a post's buttons say. A count that X leaves out is 0; views then unknown. */
export interface PostCounts {
  readonly replies: number
  readonly reposts: number
  readonly likes: number
  readonly bookmarks: number
  readonly views: number | undefined
}

/** A post as the page shows it. All of it is a claim by the page. */
export interface Post {
  readonly author: Handle
  /** Absent on promoted posts and articles, which carry no link to themselves. */
  readonly id: PostId | undefined
  readonly postedAt: number | undefined
  /** Reposts and likes: of what its buttons say no more is needed. */
  readonly reactions: Pick<PostCounts, 'reposts' | 'likes'>
  /** It says whom it answers: then its reactions say little about its author's voice. */
  readonly answers: boolean
  /** The language X names for the author's own words; undefined without words. */
  readonly lang: string | undefined
  readonly promoted: boolean
  readonly repostedBy: Handle | undefined
  readonly quoted: Handle | undefined
}

/** An account as a row, a header or a hover card shows it. */
export interface SeenAccount {
  readonly handle: Handle
  /** X's id, where a follow button or an address tells it. */
  readonly xId: XId | undefined
}
