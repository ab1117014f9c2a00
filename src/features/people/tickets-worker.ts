import browser from 'webextension-polyfill'
import type { Subject } from '../../domain/subject'

/** How long a ticket is good, in ms. */
export const TICKET_LIFE = 5_000

interface Ticket {
  /** Nobody's is a picker's: who a reply is for comes later, from the script that held the ticket. */
  readonly subject?: Subject | undefined
  readonly tab: number
  readonly until: number
  /** The card that redeemed it. */
  readonly holder?: string
}

const PREFIX = 'ticket:'

/** A ticket for one card in one tab, or for a picker. It survives a stopped worker and nothing else. */
export async function issueTicket(subject: Subject | undefined, tab: number, now: number): Promise<string> {
  const id = crypto.randomUUID()
  const ticket: Ticket = { subject, tab, until: now + TICKET_LIFE }
  await browser.storage.session.set({ [PREFIX + id]: ticket })
  void sweep(now)
  return id
}

/** A card that never came leaves its ticket behind: late ones go when the next is issued. */
async function sweep(now: number): Promise<void> {
  const held = await browser.storage.session.get(null)
  const late = Object.entries(held).filter(([key, ticket]) => key.startsWith(PREFIX) && (ticket as Ticket).until < now)
  if (late.length > 0) await browser.storage.session.remove(late.map(([key]) => key))
}

/**
 * What somebody gets for a ticket: `use` reads it while the ticket becomes the holder's, who may ask again when a stopped worker took
 * the answer along. A ticket that is unknown, another holder's, late or of another tab throws and is gone.
 */
export async function redeemTicket<Got>(id: string, holder: string, tab: number | undefined, now: number, use: (subject: Subject | undefined) => Promise<Got>): Promise<Got> {
  const key = PREFIX + id
  const { [key]: held } = await browser.storage.session.get(key)
  const ticket = held as Ticket | undefined
  if (!ticket || ticket.tab !== tab || ticket.until < now || (ticket.holder ?? holder) !== holder) {
    await browser.storage.session.remove(key)
    throw new Error('This card has no ticket.')
  }
  const [got] = await Promise.all([use(ticket.subject), browser.storage.session.set({ [key]: { ...ticket, holder } })])
  return got
}

/** The id of a ticket or of its holder out of a message; throws where it is none. */
export function toTicketId(value: unknown): string {
  if (typeof value !== 'string' || !/^[0-9a-f-]{36}$/.test(value)) throw new Error('That is not a ticket.')
  return value
}
