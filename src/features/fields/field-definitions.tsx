import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { FIELD_KINDS, type FieldDefinition, type FieldKind, LONGEST_FIELD_NAME, toChoices, toLine } from '../../domain/custom-field'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { word, type WordName } from '../../ui/words'

/** The word for each kind of field. */
export const KINDS: Readonly<Record<FieldKind, WordName>> = { text: 'optionsFieldText', number: 'optionsFieldNumber', date: 'optionsFieldDate', choice: 'optionsFieldChoice' }

/** The fields that the user defined, in their order. */
export interface FieldDefinitionsProps {
  readonly fields: readonly FieldDefinition[]
  readonly onChange: (fields: readonly FieldDefinition[]) => void
  /** The list of them, to reorder and to remove from. */
  readonly children: ComponentChildren
}

/** Defines one more field. */
export function FieldDefinitions({ fields, onChange, children }: FieldDefinitionsProps) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<FieldKind>('text')
  const [choices, setChoices] = useState('')
  const [isTried, setTried] = useState(false)
  const line = toLine(name)
  const isTaken = fields.some((field) => field.name === line || field.label === line)
  const chosen = kind === 'choice' ? toChoices(choices.split(',')) : []
  const lacksChoices = kind === 'choice' && chosen.length === 0

  function add(event: Event): void {
    event.preventDefault()
    setTried(lacksChoices)
    if (line === '' || isTaken || lacksChoices) return
    onChange([...fields, { name: line, kind, choices: chosen }])
    setName('')
    setChoices('')
  }

  return (
    <div class="stack">
      {children}
      <form class="stack" onSubmit={add}>
        <div class="field-and-button">
          <TextField label={word('optionsFieldName')} value={name} maxLength={LONGEST_FIELD_NAME} autoComplete="off" onText={setName} error={isTaken ? word('optionsFieldTaken') : undefined} />
          <Select label={word('optionsFieldKind')} value={kind} options={FIELD_KINDS.map((value) => ({ value, label: word(KINDS[value]) }))} onChoose={setKind} />
          {kind !== 'choice' && <Button type="submit">{word('optionsAdd')}</Button>}
        </div>
        {kind === 'choice' && (
          <div class="field-and-button">
            <TextField
              label={word('optionsFieldChoices')}
              hint={word('optionsFieldChoicesHint')}
              value={choices}
              autoComplete="off"
              onText={setChoices}
              error={isTried && lacksChoices ? word('optionsFieldNoChoices') : undefined}
            />
            <Button type="submit">{word('optionsAdd')}</Button>
          </div>
        )}
      </form>
      {fields.length > 0 && <p class="quiet small">{word('optionsFieldRemoved')}</p>}
    </div>
  )
}
