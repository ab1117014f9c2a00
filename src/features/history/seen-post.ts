import { type SeenPost, toContactText } from '../../domain/contact'
import { toName } from '../../domain/facts'
import { fieldsOf } from '../../domain/fields-of'
import { type Handle, type PostId, postedAt, toHandle, toPostId, toXId } from '../../domain/handle'
import { listOf } from '../../domain/list-of'

/** The most posts that one message may bring. */
export const MOST_SEEN = 20

const MOST_MENTIONS = 20
const DAY = 86_400_000

/** Posts that concern us out of a message; throws a sentence where the message is none of ours. What is damaged is left out, alone. */
export function toSeenPosts(value: unknown, now: number, most = MOST_SEEN): readonly SeenPost[] {
  return listOf(value, most).flatMap((item) => toSeenPost(item, now) ?? [])
}

function toSeenPost(value: unknown, now: number): SeenPost | undefined {
  const fields = fieldsOf(value)
  const post = toPostId(fields['post'])
  const author = toHandle(fields['author'])
  const mentions = toHandles(fields['mentions'])
  const leading = fields['leading']
  if (!post || !author || isFromTheFuture(post, now) || !mentions || !isCountUpTo(mentions.length, leading)) return undefined
  return {
    post,
    author,
    mentions,
    leading,
    under: toHandle(fields['under']),
    answers: toHandle(fields['answers']),
    // What is not plainly said to be none of these is taken for one.
    promoted: fields['promoted'] !== false,
    reposted: fields['reposted'] !== false,
    quotes: fields['quotes'] !== false,
    text: toContactText(fields['text']),
    postedAt: toPast(fields['postedAt'], now),
    xId: toXId(fields['xId']),
    name: toName(fields['name']),
  }
}

/** A post's id tells its time: none of tomorrow can have been seen. */
function isFromTheFuture(post: PostId, now: number): boolean {
  return (postedAt(post) ?? 0) > now + DAY
}

function toHandles(value: unknown): readonly Handle[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_MENTIONS) return undefined
  const handles = value.map(toHandle)
  return handles.every((handle) => handle !== undefined) ? handles : undefined
}

function isCountUpTo(most: number, value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}

function toPast(value: unknown, now: number): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value <= now + DAY ? value : undefined
}
