import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/field'
import { isolated, word } from '../../ui/words'
import type { NoteTemplate } from '../../domain/note-template'
import { isSaveKey } from './save-key'
import { TemplatePicker } from './template-picker'
import { useTemplates } from './use-templates'

/** Where a note is begun. */
export interface NoteWriterProps {
  readonly handle: string
  /** Words from before, to begin with. */
  readonly draft: string
  readonly onDraft: (text: string) => void
  /** Gives the sentence of what went wrong; undefined once the note is safe. */
  readonly onSave: (text: string) => Promise<string | undefined>
  readonly templates: readonly NoteTemplate[]
  /** What else can be done beside saving. */
  readonly children?: ComponentChildren
}

/** The field for a new note: at once ready to type, and never emptied before the words are safe. */
export function NoteWriter({ handle, draft, onDraft, onSave, templates, children }: NoteWriterProps) {
  const [text, setText] = useState(draft)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const type = (typed: string): void => {
    setText(typed)
    onDraft(typed)
  }
  const place = useTemplates(field, type)

  async function save(): Promise<void> {
    if (saving || text.trim() === '') return
    setSaving(true)
    const failed = await onSave(text)
    setSaving(false)
    setFailure(failed)
    if (failed === undefined) setText('')
    field.current?.focus()
  }

  return (
    <div class="writer stack">
      <TextArea
        ref={field}
        label={word('noteWrite', isolated(`@${handle}`))}
        labelUnseen
        placeholder={word('noteWriteHint')}
        rows={3}
        value={text}
        readOnly={saving}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        error={failure && word('noteFailed', failure)}
        onText={type}
        onKeyDown={(event) => isSaveKey(event) && void save()}
      />
      <div class="row">
        <Button kind="primary" aria-disabled={saving || text.trim() === ''} onClick={() => void save()}>
          {word(saving ? 'noteSaving' : 'noteSave')}
        </Button>
        {children}
        <TemplatePicker templates={templates} onPick={(template) => !saving && place(template)} />
      </div>
    </div>
  )
}
