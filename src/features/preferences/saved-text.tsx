import { useEffect, useRef, useState } from 'preact/hooks'
import { TextField } from '../../ui/field'

/** A line of text that is kept as it is typed. */
export interface SavedTextProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly longest: number
  readonly autoComplete?: 'name' | 'off'
  readonly inputMode?: 'numeric'
  readonly onSave: (text: string) => void
}

/** Saves on every keystroke; what is typed stays in the field, whatever comes of saving. */
export function SavedText({ value, longest, onSave, ...field }: SavedTextProps) {
  const [text, setText] = useState(value)
  const typing = useRef(false)
  useEffect(() => {
    if (!typing.current) setText(value)
  }, [value])
  const take = (text: string): void => {
    setText(text)
    onSave(text)
  }
  return <TextField {...field} value={text} maxLength={longest} onText={take} onFocus={() => (typing.current = true)} onBlur={() => (typing.current = false)} />
}
