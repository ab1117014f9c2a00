import type { NoteId } from '../../domain/change'
import type { Note } from '../../domain/person'
import { FirstFew } from '../../ui/first-few'
import { word } from '../../ui/words'
import { type NoteActions, NoteItem } from './note-item'

const FIRST_NOTES = 20

/** The notes of one person. */
export interface NoteListProps extends NoteActions {
  readonly notes: readonly Note[]
  readonly pinned: NoteId | undefined
  /** Notes whose change was begun and not finished, with their words. */
  readonly begun: ReadonlyMap<NoteId, string>
  readonly now: number
}

/** The pinned note first, then the others, newest first. */
export function NoteList({ notes, pinned, begun, now, ...actions }: NoteListProps) {
  const inOrder = notes.toSorted((one, other) => Number(other.id === pinned) - Number(one.id === pinned))
  return (
    <FirstFew class="notes" items={inOrder} most={FIRST_NOTES} showAll={word('cardShowAll', notes.length)}>
      {(note) => <NoteItem key={note.id} note={note} isPinned={note.id === pinned} begun={begun.get(note.id)} now={now} {...actions} />}
    </FirstFew>
  )
}
