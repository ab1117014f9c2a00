import { type ContactId, type CrmContact, type CrmEntry, toLifecycle, toTags, toText, toWord, toYes } from '../domain/crm'
import { partChange, withChange } from '../domain/crm-change'
import type { CrmFields } from '../domain/crm-connection'
import { type HandleKey, keyOf, toHandle } from '../domain/handle'
import type { CrmAdapter } from './crm-adapter'
import type { Caller } from './crm-http'
import { CrmProblem } from './crm-problem'
import { toRecord, toRecords } from './json-shape'
import { fromTrytonTime, toTrytonTime } from './tryton-time'

const PAGE = 100
const PARTY = ['party', 'value', 'write_date', 'create_date', 'party.name', 'party.active', 'party.email', 'party.write_date', 'party.categories']

/** Tryton by somebody's own name and password. */
export interface TrytonOptions {
  readonly call: Caller
  readonly fields: CrmFields
  /** The database. */
  readonly place: string
}

/** Tryton 6: a handle is a contact mechanism of a party, notes are notes on the party, categories tell the stage. It has no tickets. */
export function makeTryton({ call, fields, place }: TrytonOptions): CrmAdapter {
  const rpc = async (method: string, params: readonly unknown[], writes = false): Promise<unknown> => {
    const answer = toRecord(await call({ method: 'POST', path: `/${encodeURIComponent(place)}/`, body: { id: 1, method, params: [...params, {}] }, writes }))
    if ('error' in answer) throw problemOf(answer['error'])
    return answer['result']
  }
  const ours = [['type', '=', 'other'], ['name', '=', fields.handle]]
  const search = async (model: string, domain: readonly unknown[], names: readonly string[], offset = 0, limit: number | null = null) =>
    toRecords(await rpc(`model.${model}.search_read`, [domain, offset, limit, [['id', 'ASC']], names]))

  /** The mechanisms that are handles, each as its party. */
  async function contactsBy(domain: readonly unknown[], offset = 0, limit: number | null = null): Promise<Found> {
    const rows = await search('party.contact_mechanism', domain, PARTY, offset, limit)
    const names = await categoriesOf(rows.flatMap((row) => listOf(toRecord(row['party.'])['categories'])))
    return { rows, contacts: rows.flatMap((row) => toContact(row, names) ?? []) }
  }

  async function categoriesOf(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (ids.length === 0) return new Map()
    const found = await search('party.category', [['id', 'in', [...new Set(ids)]]], ['name'])
    return new Map(found.map(({ id, name }) => [Number(id), toWord(name)]))
  }

  async function byIds(ids: readonly string[]): Promise<readonly CrmContact[]> {
    const known = (await contactsBy([...ours, ['party', 'in', ids.map(Number)]])).contacts
    const without = ids.filter((id) => !known.some((contact) => contact.id === id))
    if (without.length === 0) return known
    const others = await search('party.party', [['id', 'in', without.map(Number)]], ['name', 'email', 'active'])
    return [...known, ...others.flatMap((party) => (party['active'] ? [contactOf(party, '' as HandleKey, [])] : []))]
  }

  async function notesOf(contacts: readonly ContactId[]): Promise<readonly CrmEntry[]> {
    const found = await search('ir.note', [['resource', 'in', contacts.map((id) => `party.party,${id}`)]], ['message', 'create_date', 'create_uid.name', 'resource'])
    const entries = found.map((note): CrmEntry => ({ id: toWord(note['id']), contact: toWord(note['resource']).split(',')[1] as ContactId, kind: 'note', text: toText(note['message']), by: toWord(toRecord(note['create_uid.'])['name']), at: fromTrytonTime(note['create_date']), state: '' }))
    return entries.sort((one, other) => other.at - one.at)
  }

  return {
    can: { reads: true, tellsChanges: true, creates: true },
    find: async (handles) => {
      const asked = new Set(handles)
      // It tells upper from lower case, but by "ilike"; there an underscore stands for any sign.
      const values = handles.flatMap((handle) => [handle, `@${handle}`].map((value) => ['value', 'ilike', value.replaceAll('_', '\\_')]))
      return (await contactsBy([...ours, ['OR', ...values]])).contacts.filter(({ handle }) => asked.has(handle))
    },
    get: byIds,
    read: notesOf,
    changes: async (cursor = '') => {
      const [since = 0, offset = 0, newest = 0] = cursor.split(' ').map(Number)
      const later = ['write_date', 'create_date', 'party.write_date'].map((date) => [date, '>=', toTrytonTime(since)])
      const { rows, contacts } = await contactsBy([...ours, ['OR', ...later]], offset, PAGE)
      const latest = Math.max(newest, since, ...rows.flatMap((row) => [row['write_date'], row['create_date'], toRecord(row['party.'])['write_date']].map(fromTrytonTime)))
      const more = rows.length === PAGE
      return { contacts, cursor: more ? `${since} ${offset + PAGE} ${latest}` : `${latest} 0 0`, more }
    },
    alike: async ({ email, name }) => {
      const byEmail = email ? await search('party.contact_mechanism', [['type', '=', 'email'], ['value', 'ilike', email.replaceAll('_', '\\_')]], ['party'], 0, 10) : []
      const byName = name ? await search('party.party', [['name', 'ilike', name.replaceAll('_', '\\_')]], ['name'], 0, 10) : []
      const ids = [...new Set([...byEmail.map(({ party }) => toWord(party)), ...byName.map(({ id }) => toWord(id))])]
      return ids.length > 0 ? byIds(ids) : []
    },
    create: async ({ handle, name, email }) => {
      const mechanisms = [{ type: 'other', name: fields.handle, value: `@${handle}` }, ...(email ? [{ type: 'email', value: email }] : [])]
      const [id] = listOf(await rpc('model.party.party.create', [[{ name, contact_mechanisms: [['create', mechanisms]] }]], true))
      return contactOf({ id, name, email }, handle, [])
    },
    writeNote: async ({ id }, note) => String(listOf(await rpc('model.ir.note.create', [[{ resource: `party.party,${id}`, message: withChange(note) }]], true))[0] ?? ''),
    editNote: async (id, note) => void (await rpc('model.ir.note.write', [[Number(id)], { message: withChange(note) }], true)),
    findNote: async ({ id }, change) => (await notesOf([id])).find(({ text }) => partChange(text).change === change)?.id,
    check: async () => {
      // A name of a mechanism is free text there: one that nobody has is most likely misspelt.
      if ((await search('party.contact_mechanism', ours, ['party'], 0, 1)).length === 0) throw new CrmProblem('missing', fields.handle)
    },
  }
}

interface Found {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly contacts: readonly CrmContact[]
}

function toContact(row: Readonly<Record<string, unknown>>, categories: ReadonlyMap<number, string>): CrmContact | undefined {
  const party = toRecord(row['party.'])
  const handle = toHandle(toWord(row['value']))
  if (!handle || !party['active']) return undefined
  return contactOf({ ...party, id: row['party'] }, keyOf(handle), listOf(party['categories']).map((id) => categories.get(id) ?? ''))
}

function contactOf(party: Readonly<Record<string, unknown>>, handle: HandleKey, categories: readonly string[]): CrmContact {
  const tags = toTags(categories)
  const lifecycle = tags.map(toLifecycle).find((stage) => stage !== 'unknown') ?? 'unknown'
  return { id: toWord(party['id']) as ContactId, handle, name: toWord(party['name']), email: toWord(party['email']), owner: '', tags, lifecycle, vip: tags.some(toYes), url: undefined }
}

function listOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? (value as readonly unknown[]).map(Number).filter(Number.isInteger) : []
}

/** Tryton answers an error with status 200: the kind, and its words. */
function problemOf(error: unknown): CrmProblem {
  const [kind, said] = Array.isArray(error) ? (error as readonly unknown[]) : []
  const words = toWord(Array.isArray(said) ? (said as readonly unknown[])[0] : said) || toWord(kind)
  return new CrmProblem(/Access/.test(toWord(kind)) ? 'forbidden' : 'refused', words)
}
