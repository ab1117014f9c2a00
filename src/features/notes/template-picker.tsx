import { useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { word } from '../../ui/words'
import type { NoteTemplate } from '../../domain/note-template'

/** The templates, and what is done with one. */
export interface TemplatePickerProps {
  readonly templates: readonly NoteTemplate[]
  readonly onPick: (text: string) => void
}

/** A button that unfolds the templates; Escape folds them again and does nothing else. */
export function TemplatePicker({ templates, onPick }: TemplatePickerProps) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (templates.length === 0) return null
  function leave(event: KeyboardEvent): void {
    if (!isOpen || event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    event.preventDefault()
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    <div class="templates" data-open={isOpen} onKeyDown={leave}>
      <Button kind="quiet" ref={button} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {word('templateUse')}
      </Button>
      {isOpen && (
        <ul>
          {templates.map(({ name, text }) => (
            <li key={name}>
              <button class="template" type="button" onClick={() => (setIsOpen(false), onPick(text))}>
                <bdi>{name}</bdi>
                <span class="small quiet" dir="auto">{text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
