import { useEffect, useRef, useState } from 'preact/hooks'
import type { NoteId } from '../../domain/change'
import type { Note } from '../../domain/person'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { EditIcon, PinIcon, RemoveIcon } from '../../ui/icons'
import { TimeAgo } from '../../ui/time-ago'
import { word } from '../../ui/words'
import { NoteEditor } from './note-editor'
import { NoteWords } from './note-words'
import { postLink } from './post-link'

/** What can be done with a note. */
export interface NoteActions {
  readonly onTyped: (note: NoteId, text: string | undefined) => void
  readonly onEdit: (note: NoteId, text: string) => Promise<string | undefined>
  readonly onRemove: (note: NoteId) => void
  readonly onPin: (note: NoteId, pinned: boolean) => void
}

interface NoteItemProps extends NoteActions {
  readonly note: Note
  readonly now: number
  readonly isPinned: boolean
  /** Words of a change that was begun and not finished: the note opens with them. */
  readonly begun: string | undefined
}

/** One note: its words, who wrote them when and where, and on demand its editor. */
export function NoteItem({ note, now, isPinned, begun, onTyped, onEdit, onRemove, onPin }: NoteItemProps) {
  const [editing, setEditing] = useState(begun !== undefined)
  const first = useRef(begun)
  const edit = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !editing) edit.current?.focus()
    wasEditing.current = editing
  }, [editing])

  if (editing) {
    return (
      <li class="note">
        <NoteEditor text={note.text} begun={first.current} onTyped={(text) => onTyped(note.id, text)} onSave={(text) => onEdit(note.id, text)} onDone={() => ((first.current = undefined), setEditing(false))} />
      </li>
    )
  }
  return (
    <li class="note">
      <NoteText text={note.text} />
      <div class="row small quiet">
        <NoteOrigin note={note} now={now} />
        <Button kind="icon" aria-label={word('notePin')} title={word(isPinned ? 'noteUnpin' : 'notePinMeaning')} aria-pressed={isPinned} onClick={() => onPin(note.id, !isPinned)}>
          <PinIcon />
        </Button>
        <Button kind="icon" aria-label={word('noteEdit')} title={word('noteEdit')} ref={edit} onClick={() => setEditing(true)}>
          <EditIcon />
        </Button>
        <ConfirmButton kind="icon" label={word('noteRemove')} confirm={word('noteRemoveSure')} cancel={word('noteKeep')} onConfirm={() => onRemove(note.id)}>
          <RemoveIcon />
        </ConfirmButton>
      </div>
    </li>
  )
}

const LONG = 420

function NoteText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(text.length <= LONG && text.split('\n').length <= 8)
  return (
    <>
      <p class={whole ? 'words' : 'words beginning'} dir="auto">
        <NoteWords text={text} />
      </p>
      {!whole && (
        <Button kind="link" onClick={() => setWhole(true)}>
          {word('noteShowAll')}
        </Button>
      )}
    </>
  )
}

function NoteOrigin({ note, now }: { readonly note: Note; readonly now: number }) {
  const link = postLink(note.post)
  return (
    <span class="origin">
      {note.by && <bdi>{note.by}</bdi>}
      <TimeAgo moment={note.addedAt} now={now} />
      {note.edited && <span>{word('noteEdited')}</span>}
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {word('noteAtPost')}
        </a>
      )}
    </span>
  )
}
