import type { Post, PostCounts } from '../../src/domain/post'

/** What a reader must find in one sample; see the README beside the samples. */
export interface Expected {
  readonly articles: readonly Readonly<Record<string, unknown>>[]
  readonly userCells: readonly { readonly handle: string; readonly id: string | null }[]
  readonly profile: { readonly handle: string; readonly id: string; readonly followers: number; readonly following: number; readonly posts: number; readonly createdAt: string } | null
}

/** A post in the shape of expected.json. */
export function flatPost(post: Post | undefined, counts: PostCounts): Readonly<Record<string, unknown>> | undefined {
  if (!post) return undefined
  const { author, id, quoted, repostedBy, promoted, lang } = post
  return {
    handle: author,
    id,
    isQuoteInside: (quoted ?? undefined) !== undefined,
    quotedHandle: quoted ?? null,
    isRepost: (repostedBy ?? undefined) !== undefined,
    promoted,
    ...counts,
    views: counts.views ?? null,
    lang: lang ?? null,
  }
}
