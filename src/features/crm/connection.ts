import { CRM_KINDS, CRM_WRITES, type CrmConnection, type CrmFields, type CrmKind } from '../../domain/crm-connection'
import { fieldsOf } from '../../domain/fields-of'

const LONGEST = 400

/** What the options offer of a connection to some CRM. */
export interface CrmForm {
  /** The address to begin with; empty where everybody has one of their own. */
  readonly url: string
  readonly wantsUser: boolean
  readonly wantsPlace: boolean
  /** Which fields of the CRM may be named, each with the name to begin with. */
  readonly fields: Partial<CrmFields>
  readonly reads: boolean
}

/** What setting up each CRM asks for. */
export const CRM_FORMS: Readonly<Record<CrmKind, CrmForm>> = {
  'request-tracker': { url: '', wantsUser: true, wantsPlace: true, fields: { handle: 'TwitterHandle', id: '', owner: '', tags: '', lifecycle: '', vip: '' }, reads: true },
  hubspot: { url: 'https://api.hubapi.com', wantsUser: false, wantsPlace: true, fields: { handle: 'twitterhandle', id: '', owner: '', tags: '', lifecycle: 'lifecyclestage', vip: '' }, reads: true },
  chatwoot: { url: 'https://app.chatwoot.com', wantsUser: false, wantsPlace: true, fields: { handle: 'twitter_handle', id: '', owner: '', tags: '', lifecycle: '', vip: '' }, reads: true },
  tryton: { url: '', wantsUser: true, wantsPlace: true, fields: { handle: 'twitter' }, reads: true },
  webhook: { url: '', wantsUser: false, wantsPlace: false, fields: {}, reads: false },
}

/** A connection out of anything; throws a sentence where it is none. */
export function toConnection(value: unknown): CrmConnection {
  const held = fieldsOf(value)
  const kind = CRM_KINDS.find((known) => known === held['kind'])
  if (!kind) throw new Error('That is not a CRM that Regulars knows.')
  const { fields, since } = held
  return {
    kind,
    url: line(held['url']),
    user: line(held['user']),
    place: line(held['place']),
    fields: toFields(fields),
    writes: CRM_WRITES.find((known) => known === held['writes']) ?? 'ask',
    since: typeof since === 'number' && since > 0 ? since : 0,
  }
}

/** The one host that a connection speaks to, as the browser grants it; undefined where the address is no good. */
export function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  const isLoopback = hostname === '127.0.0.1' || hostname === 'localhost'
  return protocol === 'https:' || (protocol === 'http:' && isLoopback) ? `${protocol}//${hostname}/*` : undefined
}

function toFields(value: unknown): CrmFields {
  const held = fieldsOf(value)
  return { handle: line(held['handle']), id: line(held['id']), owner: line(held['owner']), tags: line(held['tags']), lifecycle: line(held['lifecycle']), vip: line(held['vip']) }
}

function line(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '').trim().slice(0, LONGEST) : ''
}
