import { type HandleKey, toXId, type XId } from './handle'

/** A contact's id in the CRM, as the CRM writes it. */
export type ContactId = string & { readonly brand: 'crm contact id' }

/** Where somebody stands with us. */
export const LIFECYCLES = ['unknown', 'prospect', 'customer', 'former', 'partner', 'press'] as const
export type Lifecycle = (typeof LIFECYCLES)[number]

/** A contact as the CRM has it: plain bounded text, never markup. */
export interface CrmContact {
  readonly id: ContactId
  readonly handle: HandleKey
  /** Where the CRM has X's number of the account. */
  readonly xId?: XId | undefined
  readonly name: string
  readonly email: string
  readonly owner: string
  readonly tags: readonly string[]
  readonly lifecycle: Lifecycle
  readonly vip: boolean
  /** Their page in the CRM, where it has one. */
  readonly url: string | undefined
}

/** Something that the CRM has about a contact. */
export interface CrmEntry {
  readonly id: string
  readonly contact: ContactId
  readonly kind: 'note' | 'ticket'
  /** A note's words, or a ticket's subject. */
  readonly text: string
  /** Who wrote it, or who has it in hand. */
  readonly by: string
  /** ms since 1970 */
  readonly at: number
  /** Of a ticket: where it stands, in the CRM's own word. */
  readonly state: string
}

/** A note of ours on its way into the CRM. */
export interface OutgoingNote {
  /** Stands in the note's text, so that it can be known again. */
  readonly change: string
  readonly text: string
  /** ms since 1970 */
  readonly at: number
}

/** Somebody who is to become a contact. */
export interface NewContact {
  readonly handle: HandleKey
  readonly name: string
  readonly email: string
}

const LONGEST_WORD = 200
const LONGEST_TEXT = 10_000
const MOST_TAGS = 20
/** What is no text: control characters but tab and newline, marks of direction, halves of signs. */
const UNWANTED = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu

/** A line out of whatever a CRM sent. */
export function toWord(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? toText(value.slice(0, LONGEST_WORD * 2)).replace(/\s+/g, ' ').slice(0, LONGEST_WORD).replace(/\p{Cs}$/u, '') : ''
}

/** Words of several lines out of whatever a CRM sent. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT).replace(UNWANTED, '').trim() : ''
}

/** X's number of an account out of whatever a CRM sent: some keep it as a number, which loses none of up to 15 digits. */
export function toNumber(value: unknown): XId | undefined {
  return toXId(toWord(value))
}

/** Whether a contact may be the account with this number: unless both are known and differ. */
export function mayBe({ xId }: CrmContact, seen: XId | undefined): boolean {
  return xId === undefined || seen === undefined || xId === seen
}

/** Tags out of a list, or of a line with commas or semicolons. */
export function toTags(value: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.slice(0, LONGEST_TEXT).split(/[,;\n]/) : []
  return [...new Set(parts.slice(0, MOST_TAGS * 2).map(toWord).filter((tag) => tag !== ''))].slice(0, MOST_TAGS)
}

/** The words by which CRMs call where somebody stands. */
const STAGES: Readonly<Record<Exclude<Lifecycle, 'unknown'>, RegExp>> = {
  former: /^(former|ex|past|lost|churn)/i,
  customer: /customer|client|evangelist/i,
  partner: /partner|reseller/i,
  press: /press|media|journalist/i,
  prospect: /prospect|lead|opportunity|subscriber/i,
}

/** Where somebody stands, out of the CRM's own word for it. */
export function toLifecycle(value: unknown): Lifecycle {
  const word = toWord(value)
  return (Object.keys(STAGES) as (keyof typeof STAGES)[]).find((stage) => STAGES[stage].test(word)) ?? 'unknown'
}

/** Whether a field says yes. */
export function toYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(true|yes|1|vip|y)$/i.test(value.trim()))
}

/** A moment (ms since 1970) out of a date or a number; 0 where it is none. */
export function toMoment(value: unknown): number {
  const moment = typeof value === 'number' ? (value < 1e11 ? value * 1000 : value) : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isFinite(moment) && moment > 0 && moment < 8.64e15 ? moment : 0
}
