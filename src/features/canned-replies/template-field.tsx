import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { sayTemplateError } from './reply-words'
import type { TemplateError } from './template/template'

/** A template to write. */
export interface TemplateFieldProps {
  readonly label: string
  readonly value: string
  readonly errors: readonly TemplateError[]
  readonly onText: (text: string) => void
}

/** A field for a template: what is wrong is underlined in its place, and said below; pressing the sentence goes to the place. */
export function TemplateField({ label, value, errors, onText }: TemplateFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const under = useRef<HTMLPreElement>(null)
  const goTo = ({ at, end }: TemplateError): void => {
    field.current?.focus()
    field.current?.setSelectionRange(at, end)
  }
  const scroll = (): void => {
    if (under.current && field.current) under.current.scrollTop = field.current.scrollTop
  }
  return (
    <div class="field template-field">
      <label for={id}>{label}</label>
      <div class="template-box">
        <pre class="template-under" ref={under} aria-hidden="true" dir="auto">
          {marked(value, errors)}
          {'\n'}
        </pre>
        <textarea
          class="input"
          id={id}
          ref={field}
          dir="auto"
          rows={Math.min(12, Math.max(3, value.split('\n').length + 1))}
          spellcheck={false}
          aria-describedby={`${id}-errors`}
          aria-invalid={errors.length > 0 || undefined}
          value={value}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onScroll={scroll}
        />
      </div>
      <ul class="template-errors small" id={`${id}-errors`} role="status">
        {errors.map((error) => (
          <li key={`${error.code} ${error.at}`}>
            <button class="button" data-kind="link" type="button" onClick={() => goTo(error)}>
              {sayTemplateError(error)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The text with the places at fault marked; a place inside another one is part of it. */
function marked(text: string, errors: readonly TemplateError[]): readonly ComponentChildren[] {
  const pieces: ComponentChildren[] = []
  let from = 0
  for (const { at, end } of [...errors].sort((one, other) => one.at - other.at)) {
    if (at < from) continue
    pieces.push(text.slice(from, at), <mark key={at}>{text.slice(at, Math.max(end, at + 1)) || ' '}</mark>)
    from = Math.max(end, at + 1)
  }
  return [...pieces, text.slice(from)]
}
