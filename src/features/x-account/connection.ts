import type { SavedSearch } from '../../domain/saved-search'
import type { Sentence } from '../../domain/told'
import type { Handle, HandleKey, PostId, XId } from '../../domain/handle'

/** An account of ours at X that is connected. Its tokens are not here: they lie sealed, under its id. */
export interface XConnection {
  readonly id: XId
  readonly handle: Handle
  /** `user`: somebody logged in. `app`: a token that only reads what everybody may read. */
  readonly kind: 'user' | 'app'
  /** The user's own app at X; a token needs none. */
  readonly clientId?: string | undefined
  readonly connectedAt: number
  /** X takes the access no longer: somebody has to connect again. */
  readonly refused?: boolean | undefined
  /** Whether new mentions are asked for, and whether people are kept up to date. */
  readonly inbox: boolean
  readonly enrich: boolean
  readonly notify: boolean
  /** The newest mention and the newest post of ours that were seen. */
  readonly mentionsSince?: PostId | undefined
  readonly ownSince?: PostId | undefined
  readonly polledAt?: number | undefined
  readonly ownPolledAt?: number | undefined
  /** When it was last looked whether the mentions that wait are still there. */
  readonly lookedBackAt?: number | undefined
  /** Before this moment X is not asked: it said so, or there is trouble. `failures` in a row led to it. */
  readonly notBefore?: number | undefined
  readonly failures?: number | undefined
  /** What went wrong last, for people. */
  readonly trouble?: string | Sentence | undefined
  readonly backFill?: BackFill | undefined
  readonly enriching?: Enriching | undefined
}

/** How far the round of bringing people up to date has come: those whose id is known first, then the others. */
export interface Enriching {
  readonly by: 'ids' | 'handles'
  readonly after: HandleKey | undefined
  /** When the last whole round ended, ms since 1970. */
  readonly endedAt: number | undefined
}

/** How far the fetching of older posts has come. What is newer than `until` was fetched. */
export interface BackFill {
  readonly stage: 'mentions' | 'own posts' | 'recording' | 'done'
  readonly running: boolean
  readonly until?: PostId | undefined
  /** Posts seen so far, and calls made for them. */
  readonly posts: number
  readonly calls: number
  /** The newest post of each kind so far, and those up to which an earlier run came: they are not fetched again. */
  readonly reached?: Reached | undefined
  readonly since?: Reached | undefined
  /** Something was fetched that is not recorded yet. */
  readonly waiting?: true | undefined
}

type Reached = Partial<Record<BackFill['stage'], PostId>>

/** Where a back-fill begins. */
export const FRESH_BACK_FILL: BackFill = { stage: 'mentions', running: true, posts: 0, calls: 0 }

/** The back-fill once more: what came since the last time. */
export function againFrom(held: BackFill): BackFill {
  return { ...held, stage: 'mentions', running: true, since: held.reached }
}

/** The back-fill after a page: the next page of the same, or the next stage. */
export function afterPage(held: BackFill, posts: readonly { readonly id: PostId }[], hasMore: boolean): BackFill {
  const counted: BackFill = { ...held, posts: held.posts + posts.length, calls: held.calls + 1, reached: { ...held.reached, [held.stage]: newest(posts, held.reached?.[held.stage]) }, ...(posts.length > 0 && { waiting: true }) }
  const until = posts.map(({ id }) => id).reduce<PostId | undefined>((oldest, id) => (oldest === undefined || BigInt(id) < BigInt(oldest) ? id : oldest), undefined)
  if (hasMore && until !== undefined) return { ...counted, until }
  return { ...counted, stage: held.stage === 'mentions' ? 'own posts' : 'recording', until: undefined }
}

/** The newer of two posts. */
export function newest(posts: readonly { readonly id: PostId }[], held: PostId | undefined): PostId | undefined {
  return posts.reduce<PostId | undefined>((newest, { id }) => (newest === undefined || BigInt(id) > BigInt(newest) ? id : newest), held)
}

const LONGEST_REST = 60 * 60_000

/** When to try again after so many failures in a row: after a minute, and longer and longer, up to an hour. */
export function restAfter(failures: number, now: number): number {
  return now + Math.min(LONGEST_REST, 60_000 * 2 ** Math.max(0, failures - 1))
}

/** Whether anything is to be done for a connection by itself; a search that is on is. */
export function isAtWork({ refused, inbox, enrich, backFill }: XConnection, searches: readonly Pick<SavedSearch, 'on'>[]): boolean {
  return refused !== true && (inbox || enrich || backFill?.running === true || backFill?.waiting === true || searches.some(({ on }) => on))
}
