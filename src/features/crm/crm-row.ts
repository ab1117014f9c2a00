import type { ContactId, CrmContact, CrmEntry } from '../../domain/crm'
import type { HandleKey } from '../../domain/handle'

/** What is kept of somebody whom the CRM knows: a copy, with its age. */
export interface CrmRow {
  readonly key: HandleKey
  /** More than one where the CRM has them twice. */
  readonly contacts: readonly CrmContact[]
  /** Indexed each. */
  readonly ids: readonly ContactId[]
  /** When the contacts were read, ms since 1970. */
  readonly at: number
  readonly entries: readonly CrmEntry[]
  /** When the notes and tickets were read, ms since 1970; 0 while they were not. */
  readonly entriesAt: number
}

/** Somebody whom the user linked to a contact by hand. */
export interface CrmLink {
  readonly key: HandleKey
  readonly contact: ContactId
}

/** How old a copy may be (ms) before it is read anew when its person is seen. */
export const FRESH = 30 * 60_000
/** For so long (ms) nobody asks again about somebody whom the CRM does not know. */
export const MISS_FRESH = 6 * 3_600_000
/** The most entries that are kept of one person. */
export const MOST_ENTRIES = 50

/** True where a copy is young enough, and whole. A clock that was put back makes it old. */
export function isFresh({ at, entriesAt }: Pick<CrmRow, 'at' | 'entriesAt'>, now: number): boolean {
  const oldest = Math.min(at, entriesAt)
  return oldest <= now && now - oldest < FRESH
}

/** Those of whom nothing fresh is kept. */
export function staleAmong(keys: readonly HandleKey[], rows: ReadonlyMap<HandleKey, Pick<CrmRow, 'at' | 'entriesAt'> | undefined>, now: number): readonly HandleKey[] {
  return keys.filter((key) => {
    const row = rows.get(key)
    return row === undefined || !isFresh(row, now)
  })
}

/** The rows that an answer of the CRM makes, one for each handle. */
export function rowsOf(contacts: readonly CrmContact[], entries: readonly CrmEntry[], now: number): readonly CrmRow[] {
  const byKey = new Map<HandleKey, CrmContact[]>()
  for (const contact of contacts) byKey.set(contact.handle, [...(byKey.get(contact.handle) ?? []), contact])
  const byContact = new Map<ContactId, CrmEntry[]>()
  for (const entry of entries) byContact.set(entry.contact, [...(byContact.get(entry.contact) ?? []), entry])
  return [...byKey].map(([key, found]) => {
    const theirs = found.flatMap(({ id }) => byContact.get(id) ?? []).sort((one, other) => other.at - one.at)
    return { key, contacts: found, ids: found.map(({ id }) => id), at: now, entries: theirs.slice(0, MOST_ENTRIES), entriesAt: now }
  })
}

/** The rows that change when contacts changed there; those without a contact are to go. `before`: whatever has one of them or their handles. */
export function afterChanges(before: ReadonlyMap<HandleKey, CrmRow>, links: ReadonlyMap<HandleKey, ContactId>, contacts: readonly CrmContact[], now: number): ReadonlyMap<HandleKey, CrmRow> {
  const after = new Map<HandleKey, CrmRow>()
  const places = new Map<ContactId, Set<HandleKey>>()
  const placesOf = (id: ContactId): Set<HandleKey> => places.get(id) ?? places.set(id, new Set()).get(id)!
  for (const { key, ids } of before.values()) for (const id of ids) placesOf(id).add(key)
  const rowOf = (key: HandleKey): CrmRow | undefined => after.get(key) ?? before.get(key)
  const put = (key: HandleKey, contacts: readonly CrmContact[]): void => {
    const row = rowOf(key)
    after.set(key, { key, contacts, ids: contacts.map(({ id }) => id), at: now, entries: row?.entries ?? [], entriesAt: row?.entriesAt ?? 0 })
    for (const { id } of contacts) placesOf(id).add(key)
  }
  for (const contact of contacts) {
    for (const key of [...placesOf(contact.id)].filter((key) => key !== contact.handle)) {
      // Linked by hand, it stays under the handle that the user chose; otherwise it goes by another one now.
      const others = (rowOf(key)?.contacts ?? []).filter(({ id }) => id !== contact.id)
      put(key, links.get(key) === contact.id ? [{ ...contact, handle: key }] : others)
    }
    const link = links.get(contact.handle)
    if (link !== undefined && link !== contact.id) continue
    put(contact.handle, [...(rowOf(contact.handle)?.contacts ?? []).filter(({ id }) => id !== contact.id), contact])
  }
  return after
}
