import { useId } from 'preact/hooks'

/** A number within bounds, typed or slid. */
export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  /** A slider with its number beside it, instead of a field. */
  readonly slides?: boolean
  readonly onNumber: (value: number) => void
}

/** A number with its label. What is typed and is no number within the bounds changes nothing. */
export function NumberField({ label, value, least, most, step, slides, onNumber }: NumberFieldProps) {
  const id = useId()
  const take = (text: string): void => {
    const number = Number(text)
    if (text !== '' && number >= least && number <= most) onNumber(number)
  }
  return (
    <div class="number-field">
      <label for={id}>{label}</label>
      <input id={id} class={slides ? undefined : 'input'} type={slides ? 'range' : 'number'} min={least} max={most} step={step} value={value} onInput={(event) => take(event.currentTarget.value)} />
      {slides && <output for={id}>{value.toFixed(2)}</output>}
    </div>
  )
}
