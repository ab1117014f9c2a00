import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { toLine } from '../../domain/custom-field'
import { LONGEST_TEMPLATE, LONGEST_TEMPLATE_NAME, type NoteTemplate } from '../../domain/note-template'
import { Button } from '../../ui/button'
import { TextArea, TextField } from '../../ui/field'
import { word } from '../../ui/words'

/** The note templates, in their order. */
export interface TemplateLibraryProps {
  readonly templates: readonly NoteTemplate[]
  readonly onChange: (templates: readonly NoteTemplate[]) => void
  /** The list of them, to reorder and to remove from. */
  readonly children: ComponentChildren
}

/** Writes one more template. */
export function TemplateLibrary({ templates, onChange, children }: TemplateLibraryProps) {
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const line = toLine(name)
  const isTaken = templates.some((template) => template.name === line)
  const isReady = line !== '' && !isTaken && text.trim() !== ''

  function add(event: Event): void {
    event.preventDefault()
    if (!isReady) return
    onChange([...templates, { name: line, text }])
    setName('')
    setText('')
  }

  return (
    <div class="stack">
      {children}
      <form class="stack" onSubmit={add}>
        <TextField label={word('optionsTemplateName')} value={name} maxLength={LONGEST_TEMPLATE_NAME} autoComplete="off" onText={setName} error={isTaken ? word('optionsTemplateTaken') : undefined} />
        <TextArea label={word('optionsTemplateText')} value={text} rows={3} maxLength={LONGEST_TEMPLATE} onText={setText} />
        <Button type="submit" aria-disabled={!isReady}>
          {word('optionsTemplateAdd')}
        </Button>
      </form>
    </div>
  )
}

/** One of them: its name, and how it begins. */
export function TemplateName({ template: { name, text } }: { readonly template: NoteTemplate }) {
  return (
    <span class="template-name">
      <bdi>{name}</bdi>{' '}
      <span class="quiet small" dir="auto">
        {text}
      </span>
    </span>
  )
}
