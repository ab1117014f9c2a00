import type { JournalRow } from '../../domain/journal-entry'
import { type ContactEntry, contactEntryOf } from './contact-entry'

/** The posts between somebody and us that count, by a journal that has the newest entries first: of each post its latest word. */
export function contactsIn(journal: readonly JournalRow[]): readonly ContactEntry[] {
  const latest = new Map<string, JournalRow['change']>()
  for (const { change } of journal) if (change.kind === 'contact/recorded' && !latest.has(change.post)) latest.set(change.post, change)
  return [...latest.values()].flatMap((change) => (change.kind === 'contact/recorded' && !change.removed ? (contactEntryOf(change) ?? []) : []))
}
