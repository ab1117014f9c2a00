import { type ContactId, type CrmContact, type CrmEntry, toLifecycle, toMoment, toNumber, toTags, toText, toWord, toYes } from '../domain/crm'
import { type HandleKey, keyOf, toHandle } from '../domain/handle'
import { partChange, withChange } from '../domain/crm-change'
import type { CrmAdapter } from './crm-adapter'
import type { Caller } from './crm-http'
import { CrmProblem } from './crm-problem'
import type { CrmFields } from '../domain/crm-connection'
import { inPieces, toRecord, toRecords } from './json-shape'

/** As many as RT gives at once. */
const PAGE = 100
const MOST_PAGES = 20
const USER_FIELDS = 'Name,RealName,EmailAddress,CustomFields,LastUpdated,Disabled'

/** Where RT is and which custom fields of a user hold what. */
export interface RequestTrackerOptions {
  readonly call: Caller
  /** The address of RT itself, for links. */
  readonly base: string
  readonly fields: CrmFields
  /** Where notes about somebody without a ticket go. */
  readonly queue: string
}

/** Request Tracker 5 by its REST 2.0: contacts are users with a custom field, notes are comments on their tickets. */
export function makeRequestTracker({ call: callRaw, base, fields, queue }: RequestTrackerOptions): CrmAdapter {
  const call: Caller = (one) => callRaw(one).catch(notLetIn)
  const users = (query: readonly unknown[], page = 1) => call({ method: 'POST', path: `/REST/2.0/users?${asQuery({ fields: USER_FIELDS, per_page: PAGE, page })}`, body: query })
  const contactsIn = (answer: unknown): readonly CrmContact[] => toRecords(toRecord(answer)['items']).flatMap((user) => toContact(user, fields, base) ?? [])
  const tickets = (query: string) => allPages((page) => call({ path: `/REST/2.0/tickets?${asQuery({ query, fields: 'Subject,Status,Created,LastUpdated,Requestor,Owner', 'fields[Requestor]': 'Name', per_page: PAGE, page, orderby: 'id', order: 'DESC' })}` }))

  async function read(contacts: readonly ContactId[]): Promise<readonly CrmEntry[]> {
    const names = new Map(contacts.map((id) => [id.toLowerCase(), id]))
    const held = await tickets(contacts.map((id) => `Requestor.Name=${quoted(id)}`).join(' OR '))
    const owners = new Map(held.map((ticket) => [toWord(ticket['id']), requestorOf(ticket, names)]))
    const notes = owners.size === 0 ? [] : await readComments(call, owners)
    return [...held.flatMap((ticket) => toTicket(ticket, names) ?? []), ...notes].sort((one, other) => other.at - one.at)
  }

  /** The ticket that holds notes about somebody: their newest one that we opened for this, else the newest at all. */
  async function notesTicket(contact: CrmContact): Promise<string | undefined> {
    const held = await tickets(`Requestor.Name=${quoted(contact.id)}`)
    return toWord((held.find(({ Subject }) => Subject === subjectOf(contact)) ?? held[0])?.['id']) || undefined
  }

  return {
    can: { reads: true, tellsChanges: true, creates: true },
    find: async (handles) => {
      const asked = handles.flatMap((handle) => [handle, `@${handle}`])
      const query = asked.map((value) => ({ field: handleField(fields), value, entry_aggregator: 'OR' }))
      const found = await allPages((page) => users(query, page))
      return found.flatMap((user) => toContact(user, fields, base) ?? []).filter(({ handle }) => handles.includes(handle))
    },
    get: async (ids) => {
      const found = await Promise.all(ids.map((id) => call({ path: `/REST/2.0/user/${encodeURIComponent(id)}` }).catch(absent)))
      return found.map(toRecord).filter((user) => user['Name'] !== undefined && toWord(user['Disabled']) !== '1').map((user) => toContact(user, fields, base) ?? contactOf(user, fields, base, '' as HandleKey))
    },
    read,
    changes: async (cursor) => {
      const { since, page, newest } = placeIn(cursor)
      // RT does not search users by date, but sorts them by it: the newest first, as far back as what is known.
      const answer = toRecord(await call({ method: 'POST', path: `/REST/2.0/users?${asQuery({ fields: USER_FIELDS, per_page: PAGE, page, orderby: 'LastUpdated', order: 'DESC' })}`, body: [{ field: 'id', operator: '>', value: '0' }] }))
      const items = toRecords(answer['items'])
      const moments = items.map(({ LastUpdated }) => toMoment(LastUpdated))
      const latest = Math.max(newest, since, ...moments)
      const more = items.length === PAGE && Math.min(...moments) >= since
      return { contacts: contactsIn({ items: items.filter((_item, at) => moments[at]! >= since) }), cursor: more ? `${since} ${page + 1} ${latest}` : `${latest} 1 0`, more }
    },
    alike: async ({ email, name }) => {
      // RT joins two conditions by AND, whatever one asks of it.
      const asked = [...(email ? [{ field: 'EmailAddress', value: email }] : []), ...(name ? [{ field: 'RealName', value: name }] : [])]
      const found = await Promise.all(asked.map((condition) => users([condition])))
      return distinct(found.flatMap((answer) => toRecords(toRecord(answer)['items'], PAGE).map((user) => contactOf(user, fields, base, '' as HandleKey))))
    },
    create: async (contact) => {
      const Name = contact.email || `x-${contact.handle}`
      const made = toRecord(await call({ method: 'POST', path: '/REST/2.0/user', writes: true, body: { Name, RealName: contact.name, ...(contact.email && { EmailAddress: contact.email }), Privileged: 0, CustomFields: { [fields.handle]: `@${contact.handle}` } } }))
      return contactOf({ Name: toWord(made['id']) || Name, RealName: contact.name, EmailAddress: contact.email }, fields, base, contact.handle)
    },
    writeNote: async (contact, note) => {
      const ticket = await notesTicket(contact)
      const Content = withChange(note)
      if (ticket === undefined) {
        const made = toRecord(await call({ method: 'POST', path: '/REST/2.0/ticket', writes: true, body: { Queue: queue, Subject: subjectOf(contact), Requestor: contact.id, Content, ContentType: 'text/plain' } }))
        return toWord(made['id'])
      }
      await call({ method: 'POST', path: `/REST/2.0/ticket/${encodeURIComponent(ticket)}/comment`, writes: true, body: { Content, ContentType: 'text/plain' } })
      return ticket
    },
    findNote: async (contact, change) => (await read([contact.id])).find((entry) => entry.kind === 'note' && partChange(entry.text).change === change)?.id,
    check: async () => {
      const answer = toRecord(await call({ path: '/REST/2.0/rt' }))
      if (typeof answer['Version'] !== 'string') throw new CrmProblem('garbled')
      const held = toRecord(await call({ method: 'POST', path: '/REST/2.0/customfields?fields=Name,LookupType', body: [{ field: 'Name', value: fields.handle }] }))
      if (!toRecords(held['items']).some(({ LookupType }) => LookupType === 'RT::User')) throw new CrmProblem('missing', fields.handle)
    },
  }
}

/** RT 5 sends whoever calls itself Mozilla, as every browser does, to its start page in the place of a 401 (RT::REST2::Middleware::Auth, seen in 5.0.3). */
function notLetIn(error: unknown): never {
  throw error instanceof CrmProblem && error.failure === 'redirected' ? new CrmProblem('unauthorised') : error
}

/** Somebody who is not there is no error; anything else is. */
function absent(error: unknown): undefined {
  if (!(error instanceof CrmProblem) || error.failure !== 'missing') throw error
}

async function allPages(ask: (page: number) => Promise<unknown>): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Readonly<Record<string, unknown>>[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = toRecord(await ask(page))
    items.push(...toRecords(answer['items'], PAGE))
    if (!(Number(answer['pages']) > page)) break
  }
  return items
}

/** The comments and first messages of these tickets: RT keeps who and when apart from the words. */
async function readComments(call: Caller, owners: ReadonlyMap<string, ContactId | undefined>): Promise<readonly CrmEntry[]> {
  const written: Readonly<Record<string, unknown>>[] = []
  for (const ids of inPieces([...owners.keys()], 50)) {
    const query = `ObjectType='RT::Ticket' AND (Type='Comment' OR Type='Create') AND (${ids.map((id) => `ObjectId=${Number(id)}`).join(' OR ')})`
    written.push(...(await allPages((page) => call({ path: `/REST/2.0/transactions?${asQuery({ query, fields: 'Type,Creator,Created,ObjectId', per_page: PAGE, page })}` }))))
  }
  const words = await readWords(call, written.map(({ id }) => toWord(id)))
  return written.flatMap(({ id, ObjectId, Creator, Created }) => {
    const contact = owners.get(toWord(ObjectId))
    const text = words.get(toWord(id))
    return contact && text ? [{ id: toWord(id), contact, kind: 'note', text, by: toWord(toRecord(Creator)['id']), at: toMoment(Created), state: '' } as const] : []
  })
}

async function readWords(call: Caller, transactions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>()
  for (const ids of inPieces(transactions, 50)) {
    const query = ids.map((value) => ({ field: 'TransactionId', value, entry_aggregator: 'OR' }))
    const found = await allPages((page) => call({ method: 'POST', path: `/REST/2.0/attachments?${asQuery({ fields: 'Content,ContentType,TransactionId', per_page: PAGE, page })}`, body: query }))
    for (const { ContentType, TransactionId, Content } of found) if (String(ContentType).startsWith('text/plain') && !words.has(toWord(TransactionId))) words.set(toWord(TransactionId), toText(Content))
  }
  return words
}

function toContact(user: Readonly<Record<string, unknown>>, fields: CrmFields, base: string): CrmContact | undefined {
  const handle = toHandle(valueOf(user, fields.handle).trim())
  return handle && toWord(user['Disabled']) !== '1' ? contactOf(user, fields, base, keyOf(handle)) : undefined
}

function contactOf(user: Readonly<Record<string, unknown>>, fields: CrmFields, base: string, handle: HandleKey): CrmContact {
  const id = toWord(user['Name']) as ContactId
  return {
    id,
    handle,
    xId: fields.id ? toNumber(valueOf(user, fields.id)) : undefined,
    name: toWord(user['RealName']),
    email: toWord(user['EmailAddress']),
    owner: fields.owner ? toWord(valueOf(user, fields.owner)) : '',
    tags: fields.tags ? toTags(valueOf(user, fields.tags)) : [],
    lifecycle: fields.lifecycle ? toLifecycle(valueOf(user, fields.lifecycle)) : 'unknown',
    vip: fields.vip ? toYes(valueOf(user, fields.vip)) : false,
    url: `${base.replace(/\/$/, '')}/User/Summary.html?q=${encodeURIComponent(id)}`,
  }
}

function valueOf(user: Readonly<Record<string, unknown>>, field: string): string {
  const values = toRecords(user['CustomFields']).find(({ name }) => name === field)?.['values']
  return Array.isArray(values) ? (values as readonly unknown[]).map(String).join(',') : ''
}

function toTicket(ticket: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, ContactId>): CrmEntry | undefined {
  const contact = requestorOf(ticket, names)
  return contact && { id: toWord(ticket['id']), contact, kind: 'ticket', text: toWord(ticket['Subject']), by: toWord(toRecord(ticket['Owner'])['id']), at: toMoment(ticket['LastUpdated']), state: toWord(ticket['Status']) }
}

function requestorOf(ticket: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, ContactId>): ContactId | undefined {
  return toRecords(ticket['Requestor']).map(({ id }) => names.get(toWord(id).toLowerCase())).find((id) => id !== undefined)
}

/** Where a reading of changes stands: back to which moment (ms), on which page, and the newest moment that it saw. */
function placeIn(cursor = ''): { readonly since: number; readonly page: number; readonly newest: number } {
  const [since = 0, page = 1, newest = 0] = cursor.split(' ').map(Number)
  return { since: since || 0, page: page || 1, newest: newest || 0 }
}

const handleField = ({ handle }: CrmFields): string => `CustomField.{${handle}}`
const distinct = (contacts: readonly CrmContact[]): readonly CrmContact[] => [...new Map(contacts.map((contact) => [contact.id, contact])).values()]
const subjectOf = ({ handle, id }: CrmContact): string => `Notes on ${handle ? `@${handle}` : id}`
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function asQuery(values: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString()
}
