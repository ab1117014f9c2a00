import { type Handle, type PostId, toHandle, toPostId, toXId, type XId } from './handle'
import { type Gone, toCount, toMoment, toName } from './facts'
import { toContactText } from './contact'
import { fieldsOf } from './fields-of'

/** An account as X's interface tells it. */
export interface XAccount {
  readonly xId: XId
  readonly handle: Handle
  readonly name: string | undefined
  readonly followers: number | undefined
  readonly following: number | undefined
  readonly listed: number | undefined
  readonly posts: number | undefined
  /** ms since 1970 */
  readonly createdAt: number | undefined
  /** What X writes: "blue", "business", "government", "none". */
  readonly verifiedType: string | undefined
  readonly isProtected: boolean
}

/** A handle or an id that X knows nothing of, or nothing any more. */
export interface Missing {
  readonly asked: string
  readonly why: Gone
}

/** A post as X's interface tells it. */
export interface XPost {
  readonly id: PostId
  readonly author: XId
  readonly text: string
  /** ms since 1970 */
  readonly at: number | undefined
  readonly conversation: PostId | undefined
  /** Whose post it answers, where that was asked for. */
  readonly answersAccount: XId | undefined
  /** X names what is passed on only together with the whole of it, which costs; its words begin alike. */
  readonly isRepost: boolean
  /** Whom its own words name, in their order, and how many of them stand before the first word. */
  readonly mentions: readonly Handle[]
  readonly leading: number
  readonly lang: string | undefined
}

/** An account out of what came; undefined where it is none. */
export function toXAccount(value: unknown): XAccount | undefined {
  const fields = fieldsOf(value)
  const [xId, handle] = [toXId(fields['id']), toHandle(fields['username'])]
  const counts = fieldsOf(fields['public_metrics'])
  if (!xId || !handle) return undefined
  return {
    xId,
    handle,
    name: toName(fields['name']),
    followers: toCount(counts['followers_count']),
    following: toCount(counts['following_count']),
    listed: toCount(counts['listed_count']),
    posts: toCount(counts['tweet_count'] ?? counts['post_count']),
    createdAt: toMoment(fields['created_at']),
    verifiedType: shortText(fields['verified_type']),
    isProtected: fields['protected'] === true,
  }
}

/** A post out of what came; undefined where it is none. `by` wrote it where it does not say so itself. */
export function toXPost(value: unknown, by?: XId): XPost | undefined {
  const fields = fieldsOf(value)
  const [id, author] = [toPostId(fields['id']), toXId(fields['author_id']) ?? by]
  if (!id || !author) return undefined
  const text = toContactText(fields['text'])
  const named = mentionsIn(fieldsOf(fields['entities'])['mentions'])
  return {
    id,
    author,
    text,
    at: toMoment(fields['created_at']),
    conversation: toPostId(fields['conversation_id']),
    answersAccount: toXId(fields['in_reply_to_user_id']),
    isRepost: text.startsWith('RT @'),
    mentions: named.map(({ handle }) => handle),
    leading: leadingOf(named),
    lang: shortText(fields['lang']),
  }
}

interface Named {
  readonly handle: Handle
  readonly start: number
  readonly end: number
}

function mentionsIn(value: unknown): readonly Named[] {
  return listOf(value)
    .map(fieldsOf)
    .flatMap(({ username, start, end }) => {
      const handle = toHandle(username)
      return handle && typeof start === 'number' && typeof end === 'number' ? [{ handle, start, end }] : []
    })
    .toSorted((one, other) => one.start - other.start)
    .slice(0, 20)
}

/** Names lead while nothing but one space stands between them. */
function leadingOf(named: readonly Named[]): number {
  let end = -1
  for (const [place, { start, end: next }] of named.entries()) {
    if (start > end + 1) return place
    end = next
  }
  return named.length
}

function shortText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 20 ? value : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1000) : []
}
