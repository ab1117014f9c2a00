import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import { beginWith } from '../card/begin-with'
import { makeDraftKeeper } from '../card/keep-draft'
import { makeNoteIntent } from '../card/note-intent'
import { makeUnsafeWords } from '../card/unsafe-words'
import { keyOf } from '../domain/handle'
import type { PersonView } from '../features/people/people-messages'
import { LONGEST_NOTE } from '../features/notes/note'
import type { NoteTemplate } from '../domain/note-template'
import { TemplatePicker } from '../features/notes/template-picker'
import { useTemplates } from '../features/notes/use-templates'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { isolated, word } from '../ui/words'

type Outcome = 'idle' | 'saving' | 'saved' | { readonly error: string }

/** A note in one go: type, Enter. What is typed survives the closing of the popup. */
export function QuickNote({ view, templates }: { readonly view: PersonView; readonly templates: readonly NoteTemplate[] }) {
  const { subject, draft } = view
  const key = keyOf(subject.handle)
  const writer = useMemo(() => crypto.randomUUID(), [key])
  const unsafe = useMemo(() => makeUnsafeWords(key, writer), [key])
  const began = useMemo(() => beginWith(key, view, unsafe.left()), [unsafe])
  const [text, setText] = useState(began)
  const [outcome, setOutcome] = useState<Outcome>('idle')
  const drafts = useMemo(() => makeDraftKeeper((text) => ask('drafts/keep', { key, text, writer, over: began, at: Date.now() }), unsafe), [key])
  const intent = useMemo(() => makeNoteIntent(() => crypto.randomUUID()), [subject])
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    addEventListener('pagehide', drafts.flush)
    return () => removeEventListener('pagehide', drafts.flush)
  }, [drafts])
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
    // Newer than the background's: a popup died with these words on their way.
    if (text !== draft) drafts.keep(text)
  }, [])

  function type(typed: string): void {
    setText(typed)
    setOutcome('idle')
    drafts.keep(typed)
  }

  const place = useTemplates(field, type)

  async function save(): Promise<void> {
    if (text.trim() === '' || outcome === 'saving') return
    setOutcome('saving')
    // A draft that were kept after the note is saved would come back as one.
    await drafts.settled()
    try {
      await ask('notes/add', { subject, note: intent.idFor(text), text, writer })
      intent.done()
      drafts.done()
      setText('')
      setOutcome('saved')
    } catch (error) {
      setOutcome({ error: reasonOf(error) })
    }
  }

  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void save()
  }
  return (
    <form class="quick-note" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextArea
        ref={field}
        label={word('noteWrite', isolated(`@${subject.handle}`))}
        labelUnseen
        placeholder={word('popupNote')}
        rows={2}
        maxLength={LONGEST_NOTE}
        readOnly={outcome === 'saving'}
        value={text}
        onText={type}
        onKeyDown={enter}
        error={typeof outcome === 'object' ? word('noteFailed', outcome.error) : undefined}
      />
      <div class="quick-note-foot">
        <span class="small quiet" role="status">
          {outcome === 'saved' ? <strong class="good">{word('popupNoteSaved')}</strong> : text === '' ? '' : word('popupNoteKeys')}
        </span>
        <TemplatePicker templates={templates} onPick={(template) => outcome !== 'saving' && place(template)} />
        <Button kind={text.trim() === '' ? 'plain' : 'primary'} type="submit" disabled={text.trim() === ''}>
          {word('noteSave')}
        </Button>
      </div>
    </form>
  )
}
