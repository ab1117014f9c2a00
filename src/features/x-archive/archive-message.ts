import { toContactText } from '../../domain/contact'
import { toMoment } from '../../domain/facts'
import { fieldsOf } from '../../domain/fields-of'
import { type PostId, toPostId, toXId, type XId } from '../../domain/handle'
import { listOf } from '../../domain/list-of'

/** A direct message between the owner of an archive and one other account, of which the archive knows the id alone. */
export interface ArchiveMessage {
  readonly id: PostId
  readonly other: XId
  readonly ours: boolean
  readonly text: string
  /** ms since 1970 */
  readonly at: number
}

/** A message out of an entry of `direct-messages.js`; undefined where it is none, or is one among several people. */
export function toArchiveMessage(value: unknown, owner: XId): ArchiveMessage | undefined {
  const { id, senderId, recipientId, text, createdAt } = fieldsOf(fieldsOf(value)['messageCreate'])
  const [message, sender, recipient, at] = [toPostId(id), toXId(senderId), toXId(recipientId), toMoment(createdAt)]
  if (!message || !sender || !recipient || at === undefined || sender === recipient) return undefined
  if (sender !== owner && recipient !== owner) return undefined
  return { id: message, other: sender === owner ? recipient : sender, ours: sender === owner, text: toContactText(text), at }
}

/** Messages out of a message of a page; what is damaged is left out, alone. */
export function toArchiveMessages(value: unknown, most: number, now: number): readonly ArchiveMessage[] {
  return listOf(value, most).map(fieldsOf).flatMap(({ id, other, ours, text, at }) => {
    const [message, account] = [toPostId(id), toXId(other)]
    return message && account && typeof at === 'number' && at > 0 && at <= now ? [{ id: message, other: account, ours: ours === true, text: toContactText(text), at }] : []
  })
}

/** The address of a conversation on X: both ids, the smaller first. */
export function conversationUrl(one: XId, other: XId): string {
  const [first, second] = BigInt(one) < BigInt(other) ? [one, other] : [other, one]
  return `https://x.com/messages/${first}-${second}`
}
