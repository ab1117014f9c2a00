/** The CRMs that we can speak to, in the order in which they are offered. */
export const CRM_KINDS = ['request-tracker', 'hubspot', 'chatwoot', 'tryton', 'webhook'] as const
export type CrmKind = (typeof CRM_KINDS)[number]

/** Which fields of the CRM hold what; empty where none does. */
export interface CrmFields {
  readonly handle: string
  /** X's number of the account: where it is another one, the contact is somebody else who had the handle before. */
  readonly id: string
  readonly owner: string
  readonly tags: string
  readonly lifecycle: string
  readonly vip: string
}

/** When a note that is written here goes to the CRM too. */
export const CRM_WRITES = ['ask', 'always', 'never'] as const
export type CrmWrites = (typeof CRM_WRITES)[number]

/** A connection to a CRM, all but its secret. */
export interface CrmConnection {
  readonly kind: CrmKind
  readonly url: string
  /** Who signs in, where the CRM wants a name. */
  readonly user: string
  /** The account, queue or database, by the CRM. */
  readonly place: string
  readonly fields: CrmFields
  readonly writes: CrmWrites
  /** When it was made, ms since 1970: only what is written later goes out. */
  readonly since: number
}
