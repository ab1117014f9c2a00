import type { Note } from '../../domain/person'
import { FirstFew } from '../../ui/first-few'
import { word } from '../../ui/words'
import { type NoteActions, NoteItem } from './note-item'

const FIRST_NOTES = 20

/** The notes of one person, newest first. */
export function NoteList({ notes, now, ...actions }: NoteActions & { readonly notes: readonly Note[]; readonly now: number }) {
  return (
    <FirstFew class="notes" items={notes} most={FIRST_NOTES} showAll={word('cardShowAll', notes.length)}>
      {(note) => <NoteItem key={note.id} note={note} now={now} {...actions} />}
    </FirstFew>
  )
}
