import { type SeenPost, toContactText } from '../../domain/contact'
import { toMoment, toName } from '../../domain/facts'
import { fieldsOf } from '../../domain/fields-of'
import { type Handle, keyOf, toHandle, toPostId, toXId, type XId } from '../../domain/handle'

/** Whose archive it is. */
export interface ArchiveOwner {
  readonly handle: Handle
  readonly xId: XId | undefined
}

/** The owner out of an entry of `account.js`; undefined where it is none. */
export function toOwner(value: unknown): ArchiveOwner | undefined {
  const { username, accountId } = fieldsOf(fieldsOf(value)['account'])
  const handle = toHandle(username)
  return handle && { handle, xId: toXId(accountId) }
}

/** False for an entry that names nobody, as most do: it need not be read. Whoever is answered or mentioned stands there by a screen name. */
export function mayAddress(entry: string): boolean {
  return entry.includes('screen_name')
}

/** A post of the owner's out of an entry of `tweets.js`, as the page would have shown it; undefined where it speaks to nobody else. */
export function toArchivePost(value: unknown, { handle: author }: ArchiveOwner): SeenPost | undefined {
  const outer = fieldsOf(value)
  const fields = fieldsOf(outer['tweet'] ?? outer)
  const post = toPostId(fields['id_str'] ?? fields['id'])
  const words = fields['full_text'] ?? fields['text']
  if (!post || typeof words !== 'string' || words.startsWith('RT @')) return undefined
  const named = namedIn(fields)
  const answered = toHandle(fields['in_reply_to_screen_name'])
  const leading = leadingOf(named)
  const first = answered ?? named.slice(0, leading).find(({ handle }) => keyOf(handle) !== keyOf(author))?.handle
  if (!first || keyOf(first) === keyOf(author)) return undefined
  const others = named.filter(({ handle }) => keyOf(handle) !== keyOf(first)).map(({ handle }) => handle)
  const other = named.find(({ handle }) => keyOf(handle) === keyOf(first))
  return {
    post,
    author,
    mentions: [first, ...others].slice(0, 20),
    leading: 1,
    promoted: false,
    reposted: false,
    quotes: false,
    text: toContactText(words),
    postedAt: toMoment(fields['created_at']),
    xId: answered ? toXId(fields['in_reply_to_user_id_str'] ?? fields['in_reply_to_user_id']) : other?.xId,
    name: other?.name,
  }
}

interface Named {
  readonly handle: Handle
  readonly xId: ReturnType<typeof toXId>
  readonly name: string | undefined
  readonly start: number
  readonly end: number
}

function namedIn(fields: Readonly<Record<string, unknown>>): readonly Named[] {
  const mentions = fieldsOf(fields['entities'])['user_mentions']
  if (!Array.isArray(mentions)) return []
  return mentions
    .slice(0, 50)
    .map(fieldsOf)
    .flatMap(({ screen_name: screenName, id_str: id, name, indices }) => {
      const handle = toHandle(screenName)
      const [start, end] = Array.isArray(indices) ? indices.map(Number) : []
      return handle && start !== undefined && end !== undefined ? [{ handle, xId: toXId(id), name: toName(name), start, end }] : []
    })
    .toSorted((one, other) => one.start - other.start)
}

function leadingOf(named: readonly Named[]): number {
  let end = -1
  for (const [place, { start, end: next }] of named.entries()) {
    if (start > end + 1) return place
    end = next
  }
  return named.length
}
