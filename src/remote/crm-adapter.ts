import type { ContactId, CrmContact, CrmEntry, NewContact, OutgoingNote } from '../domain/crm'
import type { HandleKey } from '../domain/handle'

/** What a CRM can do here; a view offers nothing else. */
export interface CrmAbilities {
  /** Contacts and their notes and tickets can be read. */
  readonly reads: boolean
  /** It tells what changed since a moment. */
  readonly tellsChanges: boolean
  /** Contacts can be created. */
  readonly creates: boolean
}

/** One page of what changed: where to go on, and whether there is more now. */
export interface ChangedPage {
  readonly contacts: readonly CrmContact[]
  readonly cursor: string
  readonly more: boolean
}

/** How we speak to one CRM. Every failure is a `CrmProblem` or a `Later`; every text is plain and bounded. */
export interface CrmAdapter {
  readonly can: CrmAbilities
  /** The contacts that go by any of at most 100 handles. */
  find(handles: readonly HandleKey[]): Promise<readonly CrmContact[]>
  /** Those of at most 100 contacts that are still there, by their ids; their handle is empty where the CRM has none. */
  get(contacts: readonly ContactId[]): Promise<readonly CrmContact[]>
  /** The notes and tickets of at most 100 contacts, newest first, as many as are worth showing. */
  read(contacts: readonly ContactId[]): Promise<readonly CrmEntry[]>
  /** What changed since the cursor of an earlier page; from the beginning without one. */
  changes(cursor: string | undefined): Promise<ChangedPage>
  /** Contacts that may be the same person: by e-mail or name. */
  alike(contact: NewContact): Promise<readonly CrmContact[]>
  create(contact: NewContact): Promise<CrmContact>
  /** Writes a note once; gives its id. */
  writeNote(contact: CrmContact, note: OutgoingNote): Promise<string>
  /** Puts other words in the place of a note that we wrote, by its id; absent where a CRM keeps every note as it was. */
  editNote?(id: string, note: OutgoingNote): Promise<void>
  /** The id under which a note with this change id stands there already; undefined where it does not. */
  findNote(contact: CrmContact, change: string): Promise<string | undefined>
  /** Resolves where everything that we need works. */
  check(): Promise<void>
}
