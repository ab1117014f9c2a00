import type { FieldEntry } from '../../../domain/custom-field'
import type { Values } from './facts'

/** The field that says at which stage a customer is. */
const STAGE = 'lifecycle'

/** The user's own fields of a person as variables: "Shoe size" becomes `{field.shoe_size}`, and a field called Lifecycle is `{lifecycle}` too. */
export function detailValues(details: readonly FieldEntry[]): Values {
  const named = details.map(({ name, value }) => [variableName(name), value] as const).filter(([name]) => name !== '')
  const stage = stageIn(details)
  return { ...Object.fromEntries(named.map(([name, value]) => [`field.${name}`, value])), ...(stage !== undefined && { [STAGE]: stage }) }
}

/** At which stage a person is; undefined where no field of theirs says. */
export function stageIn(details: readonly FieldEntry[]): string | undefined {
  return details.find(({ name }) => variableName(name) === STAGE)?.value
}

/** What a field is called in a template: its letters and digits, lower case, with underscores between. */
export function variableName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
}
