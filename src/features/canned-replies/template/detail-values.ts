import type { FieldEntry } from '../../../domain/custom-field'
import { isMood, LANGUAGE } from '../reply-fields'
import type { Values } from './facts'

/** The fields that say at which stage a customer is, how they feel, and what they read. */
const STAGE = 'lifecycle'
const MOOD = 'sentiment'
const LANGUAGE_FIELD = 'language'

/** The user's own fields of a person as variables: "Shoe size" becomes `{field.shoe_size}` and `{pref.shoe_size}`; fields called Lifecycle and Sentiment are `{lifecycle}` and `{sentiment}` too. */
export function detailValues(details: readonly FieldEntry[]): Values {
  const named = details.map(({ name, value }) => [variableName(name), value] as const).filter(([name]) => name !== '')
  const [stage, mood] = [stageIn(details), moodIn(details)]
  const own = named.flatMap(([name, value]) => [[`field.${name}`, value], [`pref.${name}`, value]])
  return { ...Object.fromEntries(own), ...(stage !== undefined && { [STAGE]: stage }), ...(mood !== undefined && { [MOOD]: mood }) }
}

/** At which stage a person is; undefined where no field of theirs says. */
export function stageIn(details: readonly FieldEntry[]): string | undefined {
  return valueOf(details, STAGE)
}

/** How a person feels, from -1 (furious) to 1 (delighted); undefined where no field of theirs says it as a number. */
export function moodIn(details: readonly FieldEntry[]): number | undefined {
  const said = valueOf(details, MOOD)?.trim().replace(',', '.')
  const mood = Number(said)
  return said !== undefined && said !== '' && isMood(mood) ? mood : undefined
}

/** The language a person asked for, as BCP 47: it goes before that of their post. */
export function languageIn(details: readonly FieldEntry[]): string | undefined {
  const said = valueOf(details, LANGUAGE_FIELD)?.trim() ?? ''
  return LANGUAGE.test(said) ? said : undefined
}

function valueOf(details: readonly FieldEntry[], field: string): string | undefined {
  return details.find(({ name }) => variableName(name) === field)?.value
}

/** What a field is called in a template: its letters and digits, lower case, with underscores between. */
export function variableName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
}
