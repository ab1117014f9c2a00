import { type ContactId, type CrmContact, type CrmEntry, mayBe } from '../../domain/crm'
import { partChange } from '../../domain/crm-change'
import type { CrmConnection } from '../../domain/crm-connection'
import { type Handle, keyOf } from '../../domain/handle'
import { personOf } from '../../domain/person'
import type { Subject } from '../../domain/subject'
import { Told } from '../../domain/told'
import { type CrmCache, openCrmCache } from '../../store/crm-cache'
import { forgetCopies } from '../../store/crm-memory'
import { openStore, type Store } from '../../store/open-store'
import { readGroup } from '../../store/read-group'
import { askAnew } from './asked-worker'
import { adapterFor, connectionNow } from './connection-worker'
import type { CrmState, CrmView, ShownEntry } from './crm-messages'
import { reads, takeTurn, tell, troubleNow } from './crm-worker'
import { type Delivery, plainWords, wordsOf } from './delivery'

/** The options name so many people whose notes were refused. */
const MOST_NAMED = 10

/** What a card shows of the CRM; undefined while none is connected. */
export async function crmView(store: Store, subject: Subject): Promise<CrmView | undefined> {
  const connection = await connectionNow()
  if (!connection) return undefined
  const cache = await openCrmCache()
  const key = keyOf(subject.handle)
  const [row, link, trouble, deliveries] = await Promise.all([cache.get('people', key), cache.get('links', key), troubleNow(cache), deliveriesOf(store, cache, subject)])
  const contacts = (row?.contacts ?? []).filter((contact) => link !== undefined || mayBe(contact, subject.xId))
  const ids = new Set(contacts.map(({ id }) => id))
  return {
    kind: connection.kind,
    host: hostOf(connection),
    reads: reads(connection),
    creates: reads(connection) && (connection.kind !== 'chatwoot' || connection.place.includes('/')),
    contacts,
    entries: shownEntries((row?.entries ?? []).filter(({ contact }) => ids.has(contact)), deliveries),
    at: row ? Math.min(row.at, row.entriesAt) : 0,
    linked: link !== undefined,
    deliveries: deliveries.filter(({ state }) => state !== 'sent' && state !== 'dropped'),
    trouble: trouble && { failure: trouble.failure, theirs: trouble.theirs },
  }
}

/** What stands there, side by side with ours: a note of ours that nobody touched there is shown once, here. */
function shownEntries(entries: readonly CrmEntry[], deliveries: readonly Delivery[]): readonly ShownEntry[] {
  const sent = new Map<string, Delivery>(deliveries.map((delivery) => [delivery.change, delivery]))
  return entries.flatMap((entry): readonly ShownEntry[] => {
    const { text, change } = partChange(entry.text)
    const delivery = change === undefined ? undefined : sent.get(change)
    if (!delivery) return [{ ...entry, text, ours: false }]
    return plainWords(wordsOf(delivery)) === plainWords(text) ? [] : [{ ...entry, text, ours: true, here: textOf(delivery, deliveries) }]
  })
}

/** What a note says here: it may have been edited since it was sent. */
function textOf({ note, text }: Delivery, deliveries: readonly Delivery[]): string {
  return deliveries.findLast((later) => later.note === note && later.text !== '')?.text ?? text
}

/** Asks the CRM about somebody whose card was opened, whatever is remembered: what was deleted there goes now. */
export async function reread(subject: Subject): Promise<void> {
  const connection = await connectionNow()
  if (!connection || !reads(connection)) return
  const key = keyOf(subject.handle)
  await askAnew([key], Date.now())
  await takeTurn()
}

/** How the connection stands. */
export async function crmState(): Promise<CrmState> {
  const connection = await connectionNow()
  if (!connection) return { connection, trouble: undefined, people: 0, waiting: 0, refused: 0, refusedOf: [] }
  const cache = await openCrmCache()
  const [people, deliveries, trouble] = await Promise.all([cache.count('people'), cache.getAll('deliveries'), troubleNow(cache)])
  const count = (...states: readonly Delivery['state'][]): number => deliveries.filter(({ state }) => states.includes(state)).length
  return { connection, trouble: trouble && { failure: trouble.failure, theirs: trouble.theirs }, people, waiting: count('waiting', 'unknown'), refused: count('refused'), refusedOf: await handlesOf(deliveries.filter(({ state }) => state === 'refused')) }
}

/** Whom these notes are about, the first few. */
async function handlesOf(deliveries: readonly Delivery[]): Promise<readonly Handle[]> {
  const people = [...new Set(deliveries.map(({ person }) => person))].slice(0, MOST_NAMED)
  const store = await openStore()
  const rows = await Promise.all(people.map((person) => store.get('people', person)))
  return rows.flatMap((row) => (row && personOf(row).handle) ?? [])
}

/** Contacts that may be the same person: with the handle, the e-mail address or the name. */
export async function alike(subject: Subject, email: string): Promise<readonly CrmContact[]> {
  const adapter = await adapterFor(await connected())
  const key = keyOf(subject.handle)
  const [found, others] = await Promise.all([adapter.find([key]), adapter.alike({ handle: key, name: subject.name ?? '', email })])
  return [...new Map([...found, ...others].map((contact) => [contact.id, contact])).values()].slice(0, 20)
}

/** Creates a contact for somebody and links it, since a search may not find it for a while. */
export async function createContact(subject: Subject, email: string): Promise<void> {
  const adapter = await adapterFor(await connected())
  await link(subject, await adapter.create({ handle: keyOf(subject.handle), name: subject.name ?? subject.handle, email }))
}

/** Says that a contact is this person, whatever handle it has there; undefined takes that back. */
export async function linkContact(subject: Subject, contact: ContactId | undefined): Promise<void> {
  const connection = await connected()
  if (contact === undefined) return link(subject, undefined)
  const [found] = await (await adapterFor(connection)).get([contact])
  if (!found) throw new Told('toldNoContact')
  await link(subject, found)
}

/** Whatever was shown of them belongs to another contact; this one is shown at once, and what it has when that is read. */
async function link(subject: Subject, contact: CrmContact | undefined): Promise<void> {
  const key = keyOf(subject.handle)
  const transaction = (await openCrmCache()).transaction(['links', 'people'], 'readwrite', { durability: 'strict' })
  const [links, people] = [transaction.objectStore('links'), transaction.objectStore('people')]
  if (contact) await links.put({ key, contact: contact.id })
  else await links.delete(key)
  forgetCopies([key])
  if (contact) await people.put({ key, contacts: [{ ...contact, handle: key }], ids: [contact.id], at: Date.now(), entries: [], entriesAt: 0 })
  else await people.delete(key)
  await transaction.done
  await tell([key])
  await reread(subject)
}

async function connected(): Promise<CrmConnection> {
  const connection = await connectionNow()
  if (!connection) throw new Told('toldNoCrm')
  return connection
}

async function deliveriesOf(store: Store, cache: CrmCache, { handle }: Subject): Promise<readonly Delivery[]> {
  const rows = await store.getAllFromIndex('people', 'key', keyOf(handle))
  const [row] = rows
  if (!row) return []
  const group = await readGroup(store.transaction('people').store, row)
  const found = await Promise.all(group.map(({ id }) => cache.getAllFromIndex('deliveries', 'person', id)))
  return found.flat().sort((one, other) => (one.change < other.change ? -1 : 1))
}

function hostOf({ url }: CrmConnection): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
