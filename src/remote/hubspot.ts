import { type ContactId, type CrmContact, type CrmEntry, toLifecycle, toMoment, toNumber, toTags, toText, toWord, toYes } from '../domain/crm'
import { partChange, withChange } from '../domain/crm-change'
import type { CrmFields } from '../domain/crm-connection'
import { type HandleKey, keyOf, toHandle } from '../domain/handle'
import type { CrmAdapter } from './crm-adapter'
import type { Caller } from './crm-http'
import { CrmProblem } from './crm-problem'
import { fromHtml, toHtml } from './html-text'
import { inPieces, toRecord, toRecords } from './json-shape'
import { makePace } from './pace'
import type { Time } from './time'

/** HubSpot's version of the paths: they serve on, with dated successors. */
const OBJECTS = '/crm/v3/objects'
const LINKS = '/crm/v4/associations'
/** HubSpot's own number for "this note is about this contact". */
const NOTE_TO_CONTACT = 202
const PAGE = 200
const BATCH = 100
/** A search gives no more than so many. */
const MOST_FOUND = 10_000
/** Four searches a second: never more than one and three in any second. */
const SEARCHES = { burst: 1, perSecond: 3 }
/** A hundred calls in ten seconds. */
const CALLS = { burst: 20, perSecond: 8 }
const TICKET = ['subject', 'hs_pipeline_stage', 'hs_lastmodifieddate', 'hubspot_owner_id']
const NOTE = ['hs_note_body', 'hs_timestamp', 'hubspot_owner_id']

/** HubSpot by a private app's token. */
export interface HubSpotOptions {
  readonly call: Caller
  readonly fields: CrmFields
  /** The account's number, for links; empty where it was not given. */
  readonly account: string
  readonly time: Time
}

/** HubSpot: contacts with a property for the handle, and the notes and tickets that belong to them. */
export function makeHubSpot({ call, fields, account, time }: HubSpotOptions): CrmAdapter {
  const searchPace = makePace(SEARCHES, time)
  const pace = makePace(CALLS, time)
  let mayReadTickets = true
  const wanted = ['firstname', 'lastname', 'email', 'hubspot_owner_id', 'lifecyclestage', fields.handle, fields.id, fields.owner, fields.tags, fields.lifecycle, fields.vip].filter((name, at, all) => name !== '' && all.indexOf(name) === at)
  const post = (path: string, body: unknown, writes = false) => call({ method: 'POST', path, body, writes, pace })
  const search = async (type: string, body: object) => {
    await pace()
    return toRecord(await call({ method: 'POST', path: `${OBJECTS}/${type}/search`, pace: searchPace, body: { filterGroups: [], properties: wanted, limit: PAGE, after: '0', sorts: [], ...body } }))
  }
  const contactsIn = (answer: unknown): readonly CrmContact[] => toRecords(toRecord(answer)['results']).map((record) => toContact(record, fields, account))
  const known = (contacts: readonly CrmContact[]): readonly CrmContact[] => contacts.filter(({ handle }) => handle !== '')

  /** The ids of what belongs to these contacts, each with its contact. */
  async function linked(contacts: readonly ContactId[], to: 'notes' | 'tickets'): Promise<ReadonlyMap<string, ContactId>> {
    const answer = toRecord(await post(`${LINKS}/contacts/${to}/batch/read`, { inputs: contacts.map((id) => ({ id })) }))
    const pairs = toRecords(answer['results']).flatMap(({ from, to }) => toRecords(to).map(({ toObjectId }) => [toWord(toObjectId), toWord(toRecord(from)['id']) as ContactId] as const))
    return new Map(pairs.filter(([id]) => id !== ''))
  }

  async function readAll(type: 'notes' | 'tickets', ids: readonly string[], properties: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const answers: Readonly<Record<string, unknown>>[] = []
    for (const piece of inPieces(ids, BATCH)) answers.push(...toRecords(toRecord(await post(`${OBJECTS}/${type}/batch/read`, { inputs: piece.map((id) => ({ id })), properties, propertiesWithHistory: [] }))['results']))
    return answers
  }

  async function readKind(contacts: readonly ContactId[], type: 'notes' | 'tickets'): Promise<readonly CrmEntry[]> {
    const owners = await linked(contacts, type)
    const records = owners.size > 0 ? await readAll(type, [...owners.keys()], type === 'notes' ? NOTE : TICKET) : []
    return records.flatMap((record) => {
      const contact = owners.get(toWord(record['id']))
      return contact ? [type === 'notes' ? toNote(record, contact) : toTicket(record, contact)] : []
    })
  }

  /** A token without leave for tickets is a choice, not a fault: they are not asked for again. */
  function withoutTickets(error: unknown): readonly CrmEntry[] {
    if (!(error instanceof CrmProblem) || error.failure !== 'forbidden') throw error
    mayReadTickets = false
    return []
  }

  return {
    can: { reads: true, tellsChanges: true, creates: true },
    find: async (handles) => {
      const values = handles.flatMap((handle) => [handle, `@${handle}`])
      const filters = [{ propertyName: fields.handle, operator: 'IN', values }]
      const asked = new Set(handles)
      return contactsIn(await search('contacts', { filterGroups: [{ filters }] })).filter(({ handle }) => asked.has(handle))
    },
    get: async (ids) => contactsIn(await post(`${OBJECTS}/contacts/batch/read`, { inputs: ids.map((id) => ({ id })), properties: wanted, propertiesWithHistory: [] })),
    read: async (contacts) => {
      const notes = await readKind(contacts, 'notes')
      const tickets = mayReadTickets ? await readKind(contacts, 'tickets').catch(withoutTickets) : []
      return [...notes, ...tickets].sort((one, other) => other.at - one.at)
    },
    changes: async (cursor = '0 0') => {
      const [since = '0', after = '0'] = cursor.split(' ')
      const filters = [{ propertyName: 'lastmodifieddate', operator: 'GTE', value: since }, { propertyName: fields.handle, operator: 'HAS_PROPERTY' }]
      const answer = await search('contacts', { filterGroups: [{ filters }], properties: [...wanted, 'lastmodifieddate'], sorts: ['lastmodifieddate'], after })
      const last = toMoment(toRecord(toRecords(answer['results']).at(-1)?.['properties'])['lastmodifieddate'])
      const next = toWord(toRecord(toRecord(answer['paging'])['next'])['after'])
      const goesOn = next !== '' && Number(next) + PAGE <= MOST_FOUND
      // What changed in the very ms of the cursor comes once more, and is the same then.
      return { contacts: known(contactsIn(answer)), cursor: goesOn ? `${since} ${next}` : `${Math.max(last, Number(since))} 0`, more: next !== '' }
    },
    alike: async ({ email, name }) => {
      const byEmail = email ? contactsIn(await search('contacts', { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ', value: email }] }], limit: 10 })) : []
      const byName = name ? contactsIn(await search('contacts', { query: name.slice(0, 200), limit: 10 })) : []
      return [...new Map([...byEmail, ...byName].map((contact) => [contact.id, contact])).values()]
    },
    create: async ({ handle, name, email }) => {
      const [firstname = '', ...rest] = name.split(' ')
      const properties = { [fields.handle]: handle, firstname, lastname: rest.join(' '), ...(email && { email }) }
      return toContact(toRecord(await post(`${OBJECTS}/contacts`, { properties, associations: [] }, true)), fields, account)
    },
    writeNote: async (contact, note) => {
      const associations = [{ to: { id: contact.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: NOTE_TO_CONTACT }] }]
      const properties = { hs_timestamp: new Date(note.at).toISOString(), hs_note_body: toHtml(withChange(note)) }
      return toWord(toRecord(await post(`${OBJECTS}/notes`, { properties, associations }, true))['id'])
    },
    editNote: async (id, note) => void (await call({ method: 'PATCH', path: `${OBJECTS}/notes/${encodeURIComponent(id)}`, writes: true, pace, body: { properties: { hs_note_body: toHtml(withChange(note)) } } })),
    // By the ids of the person's notes: a search does not find for a while what was just written.
    findNote: async ({ id }, change) => (await readKind([id], 'notes')).find(({ text }) => partChange(text).change === change)?.id,
    check: async () => void (await call({ path: `/crm/v3/properties/contacts/${encodeURIComponent(fields.handle)}`, pace })),
  }
}

function toContact(record: Readonly<Record<string, unknown>>, fields: CrmFields, account: string): CrmContact {
  const id = toWord(record['id']) as ContactId
  const said = toRecord(record['properties'])
  const handle = toHandle(toWord(said[fields.handle]))
  return {
    id,
    handle: handle ? keyOf(handle) : ('' as HandleKey),
    xId: fields.id ? toNumber(said[fields.id]) : undefined,
    name: toWord(`${toWord(said['firstname'])} ${toWord(said['lastname'])}`.trim()),
    email: toWord(said['email']),
    owner: toWord(said[fields.owner || 'hubspot_owner_id']),
    tags: fields.tags ? toTags(said[fields.tags]) : [],
    lifecycle: toLifecycle(said[fields.lifecycle || 'lifecyclestage']),
    vip: fields.vip ? toYes(said[fields.vip]) : false,
    url: /^\d+$/.test(account) ? `https://app.hubspot.com/contacts/${account}/record/0-1/${encodeURIComponent(id)}` : undefined,
  }
}

function toNote(record: Readonly<Record<string, unknown>>, contact: ContactId): CrmEntry {
  const said = toRecord(record['properties'])
  return { id: toWord(record['id']), contact, kind: 'note', text: fromHtml(toText(said['hs_note_body'])), by: toWord(said['hubspot_owner_id']), at: toMoment(said['hs_timestamp']), state: '' }
}

function toTicket(record: Readonly<Record<string, unknown>>, contact: ContactId): CrmEntry {
  const said = toRecord(record['properties'])
  return { id: toWord(record['id']), contact, kind: 'ticket', text: toWord(said['subject']), by: toWord(said['hubspot_owner_id']), at: toMoment(said['hs_lastmodifieddate'] ?? record['updatedAt']), state: toWord(said['hs_pipeline_stage']) }
}
