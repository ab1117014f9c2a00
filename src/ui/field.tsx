import type { ComponentChildren, InputHTMLAttributes, PartialInputHTMLAttributes, TextareaHTMLAttributes } from 'preact'
import { useId } from 'preact/hooks'

/** What every field has: its label, and what is said below it. */
export interface Labelled {
  readonly label: string
  /** The label is said but not shown. */
  readonly labelUnseen?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

type Own = 'class' | 'className' | 'label' | 'onInput' | 'onChange' | 'type'

/** A line of text. */
export interface TextFieldProps extends Labelled, Omit<PartialInputHTMLAttributes<HTMLInputElement>, Own | 'list' | 'role'> {
  readonly type?: 'text' | 'search' | 'url' | 'password' | 'email' | 'date' | 'color'
  readonly value: string
  readonly onText: (text: string) => void
}

/** A line of text with its label. */
export function TextField({ label, labelUnseen, hint, error, onText, type = 'text', ...rest }: TextFieldProps) {
  const id = useId()
  // Preact's types pair every type with its roles one by one; all of ours are lines of text.
  const line = { ...rest, type } as InputHTMLAttributes
  return (
    <Frame id={id} {...{ label, labelUnseen, hint, error }}>
      <input class="input" dir={rest.value ? 'auto' : undefined} {...described(id, hint, error)} {...line} id={id} onInput={(event) => onText(event.currentTarget.value)} />
    </Frame>
  )
}

/** Several lines of text. */
export interface TextAreaProps extends Labelled, Omit<TextareaHTMLAttributes, Own> {
  readonly value: string
  readonly onText: (text: string) => void
}

/** Several lines of text with their label. */
export function TextArea({ label, labelUnseen, hint, error, onText, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Frame id={id} {...{ label, labelUnseen, hint, error }}>
      <textarea class="input" dir={rest.value ? 'auto' : undefined} {...described(id, hint, error)} {...rest} id={id} onInput={(event) => onText(event.currentTarget.value)} />
    </Frame>
  )
}

/** One of several values. */
export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

/** One of several, in a list that opens. */
export interface SelectProps<Value extends string> extends Labelled {
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChoose: (value: Value) => void
}

/** One of several, in a list that opens. */
export function Select<Value extends string>({ value, options, onChoose, ...labelled }: SelectProps<Value>) {
  const id = useId()
  const choose = (chosen: string): void => options.filter((option) => option.value === chosen).forEach((option) => onChoose(option.value))
  return (
    <Frame id={id} {...labelled}>
      <select class="input" {...described(id, labelled.hint, labelled.error)} id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

interface FrameProps extends Labelled {
  readonly id: string
  readonly children: ComponentChildren
}

function Frame({ id, label, labelUnseen, hint, error, children }: FrameProps) {
  return (
    <div class="field">
      <label class={labelUnseen ? 'unseen' : undefined} for={id}>
        {label}
      </label>
      {children}
      {hint && (
        <p class="quiet small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error small" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

function described(id: string, hint: string | undefined, error: string | undefined) {
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': by || undefined, 'aria-invalid': error ? true : undefined }
}
