import type { NoteId } from '../domain/change'
import type { JournalRow } from '../domain/journal-entry'
import type { NoteRow } from '../domain/person'
import { BIN_TIME, isPurgeable } from '../features/notes/bin'
import { isNewer, type Store } from './open-store'

/** So many notes are purged in one transaction, so that nobody waits long for the tables. */
const AT_ONCE = 100

/**
 * Forgets the words of notes that were in the bin for 30 days, in the notes and in the journal; that there was a note, and when, stays.
 * Resolves to how many there were.
 */
export async function purgeBin(store: Store, now: number): Promise<number> {
  if (isNewer(store)) return 0
  let purged = 0
  for (;;) {
    const count = await purgeSome(store, now)
    purged += count
    if (count < AT_ONCE) return purged
  }
}

async function purgeSome(store: Store, now: number): Promise<number> {
  const transaction = store.transaction(['notes', 'journal'], 'readwrite')
  const notes = transaction.objectStore('notes')
  const journal = transaction.objectStore('journal')
  const due = (await notes.index('removedAt').getAll(IDBKeyRange.upperBound(now - BIN_TIME), AT_ONCE)).filter((row) => isPurgeable(row, now))
  for (const note of due) {
    // An entry is under the person it was written under, which is the note's own.
    const entries = await journal.index('person').getAll(IDBKeyRange.bound([note.person], [note.person, []]))
    await Promise.all([notes.put(withoutWords(note)), ...entries.flatMap((entry) => entryWithoutWords(entry, note.id)).map((entry) => journal.put(entry))])
  }
  await transaction.done
  return due.length
}

/** The note as if its words had been empty: whatever comes later wins over them as it would have over the words. */
function withoutWords({ removedAt: _removedAt, ...row }: NoteRow): NoteRow {
  const { text, post: _post, ...fields } = row.fields
  return { ...row, fields: text ? { ...fields, text: ['', text[1]] } : fields }
}

function entryWithoutWords({ stamp, person, change }: JournalRow, note: NoteId): readonly JournalRow[] {
  if ((change.kind !== 'note/added' && change.kind !== 'note/edited') || change.note !== note || change.text === '') return []
  if (change.kind === 'note/edited') return [{ stamp, person, change: { ...change, text: '' } }]
  const { post: _post, ...rest } = change
  return [{ stamp, person, change: { ...rest, text: '' } }]
}
