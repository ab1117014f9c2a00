import type { DBSchema, IDBPDatabase } from 'idb'
import type { PersonId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import type { ContactId } from '../domain/crm'
import type { HandleKey } from '../domain/handle'
import type { CrmLink, CrmRow } from '../features/crm/crm-row'
import type { Delivery } from '../features/crm/delivery'

/** What is kept of a CRM: copies, links, and notes on their way. */
export interface CrmTables extends DBSchema {
  people: { key: HandleKey; value: CrmRow; indexes: { ids: ContactId } }
  links: { key: HandleKey; value: CrmLink }
  deliveries: { key: Stamp; value: Delivery; indexes: { person: PersonId } }
  /** By name: how far the journal and the CRM's changes were read, and how the connection is. */
  places: { key: string; value: unknown }
}

/** The open cache. */
export type CrmCache = IDBPDatabase<CrmTables>
