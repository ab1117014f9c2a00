import type { ConcerningPost } from '../../domain/concern'
import type { ContactEntry } from '../history/contact-entry'

/** What passed between somebody and us, as facts without a score. Moments in ms since 1970. */
export interface Relationship {
  readonly contacts: number
  readonly theirs: number
  readonly ours: number
  readonly first: number | undefined
  readonly last: number | undefined
}

/** The facts of a relationship; contacts counted by hand say nothing about who wrote. */
export function relationshipOf(contacts: readonly ContactEntry[]): Relationship {
  const times = contacts.flatMap(({ postedAt }) => postedAt ?? [])
  return {
    contacts: contacts.length,
    theirs: contacts.filter(({ direction }) => direction === 'theirs').length,
    ours: contacts.filter(({ direction }) => direction === 'ours').length,
    first: times.length > 0 ? Math.min(...times) : undefined,
    last: times.length > 0 ? Math.max(...times) : undefined,
  }
}

/** Contacts as posts of theirs that concern us: whatever is not ours was written to us, or somebody said so. */
export function concerningIn(contacts: readonly ContactEntry[]): readonly ConcerningPost[] {
  return contacts.flatMap(({ direction, postedAt }) => (direction === 'ours' || postedAt === undefined ? [] : [{ at: postedAt, concern: 'mention' as const }]))
}
