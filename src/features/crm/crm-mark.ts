import type { CrmContact, Lifecycle } from '../../domain/crm'
import type { MarkColour } from '../../domain/mark-rules'
import type { CrmRow } from './crm-row'

/** A shape, a word and a colour: none of them says it alone. */
export interface CrmMark {
  readonly mark: string
  readonly colour: MarkColour
}

const SHAPES: Readonly<Record<Lifecycle, string>> = { unknown: '○', prospect: '◇', customer: '◆', former: '□', partner: '▲', press: '✦' }
const COLOURS: Readonly<Record<Lifecycle, MarkColour>> = { unknown: 'grey', prospect: 'blue', customer: 'green', former: 'grey', partner: 'violet', press: 'amber' }
const VIP = '★'

/** What the badge says of where somebody stands; what was set by hand goes before what the CRM says. */
export function crmMarkOf(contacts: readonly CrmContact[], byHand: Lifecycle | undefined, words: Readonly<Record<Lifecycle, string>>): CrmMark | undefined {
  const stage = byHand ?? contacts.map(({ lifecycle }) => lifecycle).find((stage) => stage !== 'unknown') ?? (contacts.length > 0 ? 'unknown' : undefined)
  if (stage === undefined) return undefined
  const vip = contacts.some((contact) => contact.vip) ? `${VIP} ` : ''
  return { mark: `${vip}${SHAPES[stage]} ${words[stage]}`, colour: vip ? 'amber' : COLOURS[stage] }
}

/** What a badge shows of a row: where two of these are the same, no badge needs to be painted anew. */
export function shownOf(row: CrmRow | undefined): string {
  return row ? JSON.stringify([row.contacts, row.entries]) : ''
}
