import type { Stamp } from '../../domain/clock'
import type { ContactId, CrmContact, CrmEntry } from '../../domain/crm'
import type { CrmConnection } from '../../domain/crm-connection'
import type { Handle } from '../../domain/handle'
import type { Subject } from '../../domain/subject'
import type { Delivery } from './delivery'

/** What went wrong with the CRM: the way in which, and its own words. */
export interface CrmTrouble {
  readonly failure: string
  readonly theirs: string
}

/** How the connection stands. */
export interface CrmState {
  readonly connection: CrmConnection | undefined
  readonly trouble: CrmTrouble | undefined
  /** Copies kept, and notes under way or refused. */
  readonly people: number
  readonly waiting: number
  readonly refused: number
  /** Whose notes were refused, the first few of them. */
  readonly refusedOf: readonly Handle[]
}

/** Something that the CRM has; `ours`: a note that we wrote and that reads differently there now. */
export interface ShownEntry extends CrmEntry {
  readonly ours: boolean
  /** Then also what it says here. */
  readonly here?: string
}

/** What the CRM says of somebody, and what is on its way to it. */
export interface CrmView {
  readonly kind: CrmConnection['kind']
  /** Where it is, for the words beside everything that comes from there. */
  readonly host: string
  readonly reads: boolean
  readonly creates: boolean
  readonly contacts: readonly CrmContact[]
  /** Without our own notes that stand there as they do here. */
  readonly entries: readonly ShownEntry[]
  /** When this was read, ms since 1970; 0 where nothing was. */
  readonly at: number
  readonly linked: boolean
  readonly deliveries: readonly Delivery[]
  readonly trouble: CrmTrouble | undefined
}

/** Questions about the CRM. The secret is in none of them. */
export interface CrmQuestions {
  'crm/state': () => CrmState
  /** Tries the connection with the secret that was kept, and keeps it where it works. */
  'crm/connect': (connection: CrmConnection) => CrmTrouble | undefined
  'crm/check': () => CrmTrouble | undefined
  /** Forgets the secret and every copy. */
  'crm/disconnect': () => void
  /** `reread` asks the CRM behind the answer; what it says anew is announced. */
  'crm/view': (asked: { readonly subject: Subject; readonly reread: boolean }) => CrmView | undefined
  /** Sends a note that waits for a yes, or that was refused; one that was changed there meanwhile comes beside that. */
  'crm/send': (change: Stamp) => void
  /** Puts it in the place of what was shown as changed there, if that is still what it says. */
  'crm/replace': (change: Stamp) => void
  'crm/drop': (change: Stamp) => void
  /** Contacts that may be the same person. */
  'crm/alike': (asked: { readonly subject: Subject; readonly email: string }) => readonly CrmContact[]
  'crm/create': (asked: { readonly subject: Subject; readonly email: string }) => void
  'crm/link': (asked: { readonly subject: Subject; readonly contact: ContactId }) => void
  'crm/unlink': (subject: Subject) => void
}
