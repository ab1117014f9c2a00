import { useState } from 'preact/hooks'
import { type FieldDefinition, LONGEST_FIELD_NAME, renameField, shownName } from '../../domain/custom-field'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { EditIcon } from '../../ui/icons'
import { isolated, word } from '../../ui/words'
import { KINDS } from './field-definitions'

/** One of the fields that the user defined. */
export interface FieldNameProps {
  readonly field: FieldDefinition
  readonly fields: readonly FieldDefinition[]
  readonly onChange: (fields: readonly FieldDefinition[]) => void
}

/** Its name, what it holds, and the way to another name. */
export function FieldName(props: FieldNameProps) {
  const [isOpen, setOpen] = useState(false)
  const { field } = props
  const rename = word('optionsFieldRename', isolated(shownName(field)))
  if (isOpen) return <Renaming {...props} onDone={() => setOpen(false)} />
  return (
    <span>
      <bdi>{shownName(field)}</bdi> <span class="quiet small">{field.choices.length > 0 ? field.choices.join(', ') : word(KINDS[field.kind])}</span>
      <Button kind="icon" aria-label={rename} title={rename} onClick={() => setOpen(true)}><EditIcon /></Button>
    </span>
  )
}

/** Enter renames it; Escape, or leaving the name as it was, does not. */
function Renaming({ field, fields, onChange, onDone }: FieldNameProps & { readonly onDone: () => void }) {
  const [typed, setTyped] = useState(shownName(field))
  const renamed = renameField(fields, field.name, typed)
  function rename(event: Event): void {
    event.preventDefault()
    if (!renamed) return
    if (typed !== shownName(field)) onChange(renamed)
    onDone()
  }
  return (
    <form class="field-and-button" onSubmit={rename} onKeyDown={({ key }) => key === 'Escape' && onDone()}>
      <TextField label={word('optionsFieldNewName')} value={typed} maxLength={LONGEST_FIELD_NAME} autoComplete="off" autoFocus onText={setTyped} error={renamed || typed.trim() === '' ? undefined : word('optionsFieldTaken')} />
      <Button type="submit">{word('optionsFieldRenameDo')}</Button>
    </form>
  )
}
