import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { NoteId } from '../domain/change'
import { keyOf } from '../domain/handle'
import type { Subject } from '../domain/subject'
import { LONGEST_NOTE } from '../features/notes/note'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { word } from '../ui/words'
import { makeDraftKeeper } from './keep-draft'

type Outcome = 'idle' | 'saving' | 'saved' | { readonly error: string }

/** A note in one go: type, Enter. What is typed survives the closing of the popup. */
export function QuickNote({ subject, draft }: { readonly subject: Subject; readonly draft: string }) {
  const [text, setText] = useState(draft)
  const [outcome, setOutcome] = useState<Outcome>('idle')
  const drafts = useMemo(() => makeDraftKeeper(keyOf(subject.handle), console.error), [subject])
  const intended = useRef({ id: newNoteId(), text: '' })
  const place = useRef<HTMLFormElement>(null)

  useEffect(() => {
    addEventListener('pagehide', drafts.flush)
    return () => removeEventListener('pagehide', drafts.flush)
  }, [drafts])
  useEffect(() => {
    const field = place.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(draft.length, draft.length)
  }, [])

  function type(typed: string): void {
    setText(typed)
    setOutcome('idle')
    drafts.keep(typed)
  }

  async function save(): Promise<void> {
    if (text.trim() === '' || outcome === 'saving') return
    setOutcome('saving')
    // The same words tried again are the same note; other words are another.
    if (intended.current.text !== text) intended.current = { id: newNoteId(), text }
    await drafts.stop()
    try {
      await ask('notes/add', { subject, note: intended.current.id, text })
      intended.current = { id: newNoteId(), text: '' }
      setText('')
      setOutcome('saved')
    } catch (error) {
      setOutcome({ error: reasonOf(error) })
      drafts.keep(text)
    }
  }

  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void save()
  }
  return (
    <form class="quick-note" ref={place} onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextArea
        label={word('popupNote')}
        labelUnseen
        placeholder={word('popupNote')}
        rows={2}
        maxLength={LONGEST_NOTE}
        readOnly={outcome === 'saving'}
        value={text}
        onText={type}
        onKeyDown={enter}
        error={typeof outcome === 'object' ? word('popupNoteFailed', outcome.error) : undefined}
      />
      <div class="quick-note-foot">
        <span class="small quiet" role="status">
          {outcome === 'saved' ? <strong class="good">{word('popupNoteSaved')}</strong> : text === '' ? '' : word('popupNoteKeys')}
        </span>
        <Button kind="primary" type="submit" disabled={text.trim() === ''}>
          {word('popupNoteSave')}
        </Button>
      </div>
    </form>
  )
}

function newNoteId(): NoteId {
  return crypto.randomUUID() as NoteId
}
