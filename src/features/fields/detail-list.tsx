import { useState } from 'preact/hooks'
import { type FieldDefinition, type FieldEntry, shownName } from '../../domain/custom-field'
import { Button } from '../../ui/button'
import { EditIcon } from '../../ui/icons'
import { word } from '../../ui/words'
import { DetailField } from './detail-field'
import { shownValue } from './shown-value'

/** What the user's own fields say of one person. */
export interface DetailListProps {
  readonly definitions: readonly FieldDefinition[]
  readonly details: readonly FieldEntry[]
  /** A value as it stands, so that it is not lost when the card goes; undefined when there is nothing to keep. */
  readonly onTyped: (field: string, value: string | undefined) => void
  /** Gives the sentence of what went wrong; undefined once the value is safe. */
  readonly onSave: (field: string, value: string) => Promise<string | undefined>
}

/** What is known stands in a list; one button makes fields of it. */
export function DetailList({ definitions, details, onTyped, onSave }: DetailListProps) {
  const [editing, setEditing] = useState(false)
  if (definitions.length + details.length === 0) return null
  const fields = [...definitions, ...details.flatMap((detail) => orphaned(detail, definitions))]
  const valueOf = (name: string): string => details.find((detail) => detail.name === name)?.value ?? ''
  const known = fields.filter(({ name }) => valueOf(name) !== '')
  return (
    <section class="details" aria-labelledby="detail-title">
      <div class="row">
        <h2 id="detail-title" class={known.length === 0 && !editing ? 'unseen' : undefined}>
          {word('detailTitle')}
        </h2>
        <Button kind={known.length === 0 || editing ? 'link' : 'icon'} aria-label={word('detailEdit')} title={word('detailEdit')} aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {editing ? word('detailDone') : known.length === 0 ? word('detailAdd') : <EditIcon />}
        </Button>
      </div>
      {editing ? (
        <div class="detail-fields">
          {fields.map((field, at) => (
            <DetailField key={field.name} field={field} value={valueOf(field.name)} autoFocus={at === 0} onTyped={(value) => onTyped(field.name, value)} onSave={(value) => onSave(field.name, value)} />
          ))}
        </div>
      ) : (
        known.length > 0 && (
          <dl>
            {known.map((field) => (
              <div key={field.name}>
                <dt class="quiet" dir="auto">{shownName(field)}</dt>
                <dd dir="auto">{shownValue(field.kind, valueOf(field.name), word('extensionLanguage'))}</dd>
              </div>
            ))}
          </dl>
        )
      )}
    </section>
  )
}

/** A value whose definition is not known here is a line of text, and is not lost. */
function orphaned({ name }: FieldEntry, definitions: readonly FieldDefinition[]): readonly FieldDefinition[] {
  return definitions.some((definition) => definition.name === name) ? [] : [{ name, kind: 'text', choices: [] }]
}
