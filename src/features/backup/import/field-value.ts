import { type FieldDefinition, shownName, toFieldValue, toLine } from '../../../domain/custom-field'
import { shown } from '../../../domain/shown'
import { toDetail } from '../../fields/detail'
import type { ToValue } from '../import-row'

/** Values as the user's own fields keep them; a field that is defined no longer keeps any line. */
export function valuesOf(fields: readonly FieldDefinition[]): ToValue {
  return (said, name) => {
    const field = fields.find((one) => one.name === name)
    const value = field ? toFieldValue(field, toLine(said)) : toDetail(said)
    if (value === undefined) throw new Error(`The field “${field ? shownName(field) : name}” cannot hold ${shown(said)}.`)
    return value
  }
}
