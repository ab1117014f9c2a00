import { type ContactId, type CrmContact, type CrmEntry, toLifecycle, toMoment, toNumber, toTags, toText, toWord, toYes } from '../domain/crm'
import { partChange, withChange } from '../domain/crm-change'
import type { CrmFields } from '../domain/crm-connection'
import { type HandleKey, keyOf, toHandle } from '../domain/handle'
import type { CrmAdapter } from './crm-adapter'
import type { Caller } from './crm-http'
import { CrmProblem } from './crm-problem'
import { toRecord, toRecords } from './json-shape'
import { makePace } from './pace'
import type { Time } from './time'

/** As many contacts as Chatwoot gives at once. */
const PAGE = 15
const MOST_PAGES = 20
/** Self-hosted: nobody tells a limit, so we are a modest guest. */
const CALLS = { burst: 10, perSecond: 5 }

/** Chatwoot by an agent's own token: what is written carries that agent's name. */
export interface ChatwootOptions {
  readonly call: Caller
  readonly base: string
  readonly fields: CrmFields
  /** "account" or "account/inbox": new contacts need an inbox. */
  readonly place: string
  readonly time: Time
}

/** Chatwoot: contacts with a custom attribute for the handle, and their notes. It has no ticket of its own and tells no changes. */
export function makeChatwoot({ call, base, fields, place, time }: ChatwootOptions): CrmAdapter {
  const [account = '', inbox = ''] = place.split('/').map((part) => part.trim())
  const root = `/api/v1/accounts/${encodeURIComponent(account)}/contacts`
  const pace = makePace(CALLS, time)
  const get = (path: string) => call({ path: `${root}${path}`, pace })
  const post = (path: string, body: unknown, writes = false) => call({ method: 'POST', path: `${root}${path}`, body, writes, pace })
  const toContact = (record: Readonly<Record<string, unknown>>): CrmContact => contactOf(record, fields, `${base.replace(/\/$/, '')}/app/accounts/${encodeURIComponent(account)}/contacts/`)
  const filter = (values: readonly string[], page: number) => post(`/filter?page=${page}`, { payload: [{ attribute_key: fields.handle, filter_operator: 'equal_to', values, query_operator: null }] })

  async function notesOf(contact: ContactId): Promise<readonly CrmEntry[]> {
    const notes = await get(`/${encodeURIComponent(contact)}/notes`).catch(absent)
    return toRecords(notes, 500).map(({ id, content, user, created_at }) => ({ id: toWord(id), contact, kind: 'note', text: toText(content), by: toWord(toRecord(user)['name']), at: toMoment(created_at), state: '' }))
  }

  return {
    can: { reads: true, tellsChanges: false, creates: inbox !== '' },
    find: async (handles) => {
      const asked = new Set(handles)
      const found: CrmContact[] = []
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const records = toRecords(toRecord(await filter(handles.flatMap((handle) => [handle, `@${handle}`]), page))['payload'], PAGE)
        found.push(...records.map(toContact).filter(({ handle }) => asked.has(handle)))
        if (records.length < PAGE) break
      }
      return found
    },
    get: async (ids) => {
      const found = await Promise.all(ids.map((id) => get(`/${encodeURIComponent(id)}`).catch(absent)))
      return found.flatMap((answer) => (answer === undefined ? [] : [toContact(toRecord(toRecord(answer)['payload']))]))
    },
    read: async (contacts) => {
      const entries: CrmEntry[] = []
      for (const contact of contacts) entries.push(...(await notesOf(contact)))
      return entries.sort((one, other) => other.at - one.at)
    },
    changes: (cursor) => Promise.resolve({ contacts: [], cursor: cursor ?? '', more: false }),
    alike: async ({ email, name }) => {
      const answers = await Promise.all([email, name].filter((words) => words !== '').map((words) => get(`/search?q=${encodeURIComponent(words)}`)))
      const found = answers.flatMap((answer) => toRecords(toRecord(answer)['payload'], PAGE).map(toContact))
      return [...new Map(found.map((contact) => [contact.id, contact])).values()]
    },
    create: async ({ handle, name, email }) => {
      const body = { inbox_id: Number(inbox), name, ...(email && { email }), custom_attributes: { [fields.handle]: handle } }
      return toContact(toRecord(toRecord(toRecord(await post('', body, true))['payload'])['contact']))
    },
    writeNote: async ({ id }, note) => toWord(toRecord(await post(`/${encodeURIComponent(id)}/notes`, { content: withChange(note) }, true))['id']),
    findNote: async ({ id }, change) => (await notesOf(id)).find(({ text }) => partChange(text).change === change)?.id,
    // Names the attribute, so that one which is not there is refused.
    check: async () => void (await filter(['x'], 1)),
  }
}

function absent(error: unknown): undefined {
  if (!(error instanceof CrmProblem) || error.failure !== 'missing') throw error
}

function contactOf(record: Readonly<Record<string, unknown>>, fields: CrmFields, pages: string): CrmContact {
  const said = toRecord(record['custom_attributes'])
  const handle = toHandle(toWord(said[fields.handle]))
  const id = toWord(record['id']) as ContactId
  return {
    id,
    handle: handle ? keyOf(handle) : ('' as HandleKey),
    xId: fields.id ? toNumber(said[fields.id]) : undefined,
    name: toWord(record['name']),
    email: toWord(record['email']),
    owner: fields.owner ? toWord(said[fields.owner]) : '',
    tags: fields.tags ? toTags(said[fields.tags]) : [],
    lifecycle: fields.lifecycle ? toLifecycle(said[fields.lifecycle]) : 'unknown',
    vip: fields.vip ? toYes(said[fields.vip]) : false,
    url: `${pages}${encodeURIComponent(id)}`,
  }
}
