import { useEffect, useRef, useState } from 'preact/hooks'
import { type FieldDefinition, type FieldKind, LONGEST_FIELD_VALUE, shownName, toFieldValue } from '../../domain/custom-field'
import { Select, TextField } from '../../ui/field'
import { word, type WordName } from '../../ui/words'

/** One field of one person under change. */
export interface DetailFieldProps {
  readonly field: FieldDefinition
  readonly value: string
  readonly autoFocus: boolean
  readonly onTyped: (value: string | undefined) => void
  readonly onSave: (value: string) => Promise<string | undefined>
}

const WRONG: Readonly<Record<FieldKind, WordName>> = { text: 'detailTooLong', number: 'detailNotANumber', date: 'detailNotADay', choice: 'detailTooLong' }

/** Saved when it is left, or with Enter; what cannot be kept stays in the field with the reason. */
export function DetailField(props: DetailFieldProps) {
  return props.field.kind === 'choice' ? <ChoiceField {...props} /> : <LineField {...props} />
}

function LineField({ field, value, autoFocus, onTyped, onSave }: DetailFieldProps) {
  const [text, setText] = useState(value)
  const [failure, setFailure] = useState<string>()
  const typing = useRef(false)
  // What came from elsewhere is shown, but never over what is being typed.
  useEffect(() => {
    if (!typing.current && failure === undefined) setText(value)
  }, [value])

  async function save(): Promise<void> {
    const kept = toFieldValue(field, text)
    if (kept === undefined) return setFailure(word(WRONG[field.kind]))
    const failed = kept === value ? undefined : await onSave(kept)
    setFailure(failed && word('detailFailed', failed))
    if (failed !== undefined) return
    setText(kept)
    onTyped(undefined)
  }

  return (
    <TextField
      label={shownName(field)}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      maxLength={field.kind === 'date' ? undefined : LONGEST_FIELD_VALUE}
      autoComplete="off"
      autoFocus={autoFocus}
      value={text}
      error={failure}
      onText={(typed) => {
        typing.current = true
        setText(typed)
        onTyped(toFieldValue(field, typed))
      }}
      onBlur={() => {
        typing.current = false
        void save()
      }}
      onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void save()}
    />
  )
}

/** A value that is no choice any more can be kept as it is. */
function ChoiceField({ field, value, onSave }: DetailFieldProps) {
  const [failure, setFailure] = useState<string>()
  const choices = ['', ...new Set([...field.choices, ...(value === '' ? [] : [value])])]
  const choose = async (chosen: string): Promise<void> => {
    const failed = await onSave(chosen)
    setFailure(failed && word('detailFailed', failed))
  }
  return (
    <Select
      label={shownName(field)}
      value={value}
      error={failure}
      options={choices.map((choice) => ({ value: choice, label: choice === '' ? word('detailNone') : choice }))}
      onChoose={(chosen) => void choose(chosen)}
    />
  )
}
