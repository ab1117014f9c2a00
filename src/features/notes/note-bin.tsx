import type { NoteId } from '../../domain/change'
import { Button } from '../../ui/button'
import { dayOf, word } from '../../ui/words'
import { type BinnedNote, purgedAt } from './bin'

/** Removed notes of one person. */
export interface NoteBinProps {
  readonly notes: readonly BinnedNote[]
  readonly now: number
  readonly onRestore: (note: NoteId) => void
}

/** What was removed and can still be brought back, newest removal first, with the day on which its words are gone for good. */
export function NoteBin({ notes, now, onRestore }: NoteBinProps) {
  return (
    <details class="bin">
      <summary>{word('binTitle', notes.length)}</summary>
      <ol class="notes">
        {notes.map(({ note, removedAt }) => (
          <li key={note.id} class="note">
            <p class="words beginning quiet" dir="auto">
              {note.text}
            </p>
            <div class="row small quiet">
              <span class="origin">{word('binUntil', dayOf(purgedAt(removedAt), now))}</span>
              <Button kind="link" onClick={() => onRestore(note.id)}>
                {word('binRestore')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}
