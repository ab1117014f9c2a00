import type { JournalRow } from '../../domain/journal-entry'
import { type ContactEntry, contactEntryOf } from './contact-entry'

/** The posts of one conversation, oldest first. */
export type Thread = readonly ContactEntry[]

/** The conversations in a journal that has the newest entries first, each under the newest of its posts; one post alone is none. */
export function threadsIn(journal: readonly JournalRow[]): ReadonlyMap<string, Thread> {
  const conversations = new Map<string, string>()
  const entries = new Map<string, ContactEntry | undefined>()
  for (const { change } of journal) {
    if (change.kind !== 'contact/recorded' && change.kind !== 'contact/placed') continue
    if (change.conversation && !conversations.has(change.post)) conversations.set(change.post, change.conversation)
    if (change.kind === 'contact/recorded' && !entries.has(change.post)) entries.set(change.post, change.removed ? undefined : contactEntryOf(change))
  }
  const posts = new Map<string, [post: string, entry: ContactEntry][]>()
  for (const [post, entry] of entries) {
    const conversation = conversations.get(post)
    if (entry && conversation) posts.set(conversation, [...(posts.get(conversation) ?? []), [post, entry]])
  }
  return new Map([...posts.values()].filter(({ length }) => length > 1).map((held) => {
    const ordered = held.toSorted(([one], [other]) => (BigInt(one) < BigInt(other) ? -1 : 1))
    return [ordered.at(-1)![0], ordered.map(([, entry]) => entry)]
  }))
}
