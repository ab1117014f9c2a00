import { useId } from 'preact/hooks'
import type { Option } from './field'

/** Something that is on or off. */
export interface SwitchProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly on: boolean
  readonly disabled?: boolean | undefined
  readonly onSwitch: (on: boolean) => void
}

/** A switch: takes effect at once. */
export function Switch({ label, hint, on, disabled, onSwitch }: SwitchProps) {
  const id = useId()
  return (
    <div class="field">
      <div class="choice switch">
        <input id={id} type="checkbox" role="switch" checked={on} disabled={disabled} aria-describedby={hint && `${id}-hint`} onChange={(event) => onSwitch(event.currentTarget.checked)} />
        <label for={id}>{label}</label>
      </div>
      {hint && (
        <p class="quiet small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** One of a few, all of them in sight. */
export interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly value: Value | undefined
  readonly options: readonly (Option<Value> & { readonly hint?: string })[]
  readonly onChoose: (value: Value) => void
}

/** A group of radio buttons. */
export function Choices<Value extends string>({ legend, value, options, onChoose }: ChoicesProps<Value>) {
  const name = useId()
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label class="choice" key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChoose(option.value)} />
          <span>
            {option.label}
            {option.hint && <span class="quiet small"> {option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
