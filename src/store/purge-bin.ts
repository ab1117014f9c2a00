import type { NoteRow } from '../domain/person'
import { BIN_TIME, isPurgeable } from '../features/notes/bin'
import { forgetWords } from './journal-entries'
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
    await Promise.all([notes.put(withoutWords(note)), forgetWords(journal, note.person, new Set([note.id]))])
  }
  await transaction.done
  return due.length
}

/** The note as if its words had been empty: whatever comes later wins over them as it would have over the words. */
function withoutWords({ removedAt: _removedAt, ...row }: NoteRow): NoteRow {
  const { text, post: _post, ...fields } = row.fields
  return { ...row, fields: text ? { ...fields, text: ['', text[1]] } : fields }
}
