import { type FieldDefinition, shownName, toFieldValue, toLine } from '../../../domain/custom-field'
import { shown } from '../../../domain/shown'
import { Told } from '../../../domain/told'
import { toDetail } from '../../fields/detail'
import type { ToValue } from '../import-row'

/** Values as the user's own fields keep them; a field that is defined no longer keeps any line. */
export function valuesOf(fields: readonly FieldDefinition[]): ToValue {
  return (said, name) => {
    const field = fields.find((one) => one.name === name)
    const value = field ? toFieldValue(field, toLine(said)) : toDetail(said)
    if (value === undefined) throw new Told('toldFieldValue', field ? shownName(field) : name, shown(said))
    return value
  }
}
