import type { ServerResponse } from 'node:http'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import description from './hubspot-calls.openapi.json' with { type: 'json' }
import { type Heard, type LocalServer, sendJson, serve } from './http-server'

type Properties = Record<string, string>
interface Stored {
  readonly id: string
  properties: Properties
  updatedAt: number
  readonly contacts: Set<string>
}

/** What may go wrong with the next call. `after`: it is done, and nobody hears of it. */
export type Fault = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string; readonly after?: boolean } | 'drop' | 'drop after' | 'html' | 'torn' | 'slow' | 'a minute'

/** A double of HubSpot: it keeps what is written, and holds every question and every answer against the description of the calls. */
export class HubSpotDouble {
  readonly token = 'SECRETTOKEN-pat'
  readonly contacts = new Map<string, Stored>()
  readonly notes = new Map<string, Stored>()
  readonly tickets = new Map<string, Stored>()
  readonly violations: string[] = []
  readonly calls: string[] = []
  readonly faults: Fault[] = []
  refused = 0
  /** Keeps to the limits: four searches in a second, a hundred calls in ten. */
  limited = false
  /** The token may read tickets. */
  mayReadTickets = true
  now: () => number = () => Date.now()
  private readonly moments: { readonly at: number; readonly search: boolean }[] = []
  private next = 1
  private server: LocalServer | undefined
  private readonly api = new OpenAPIBackend({ definition: description as unknown as Document, quick: true, strict: true, validate: true, ajvOpts: { strict: false, formats: { 'date-time': true } } })

  async start(port = 0): Promise<string> {
    await this.api.init()
    this.server = await serve((heard, response) => this.answer(heard, response), port)
    return this.server.base
  }

  /** As if nobody had asked for a while. */
  rest(): void {
    this.moments.length = 0
  }

  async stop(): Promise<void> {
    await this.server?.close()
  }

  add(properties: Properties): Stored {
    return this.put(this.contacts, properties)
  }

  addTicket(contact: string, properties: Properties): void {
    this.put(this.tickets, properties).contacts.add(contact)
  }

  addNote(contact: string, properties: Properties): void {
    this.put(this.notes, properties).contacts.add(contact)
  }

  private put(table: Map<string, Stored>, properties: Properties): Stored {
    const at = this.now()
    const stored = { id: String(this.next++), properties: { ...properties }, updatedAt: at, contacts: new Set<string>() }
    table.set(stored.id, stored)
    return stored
  }

  private async answer({ method, path, headers, body }: Heard, response: ServerResponse): Promise<void> {
    const asked = { method, path, headers: headers as Record<string, string>, body: body === '' ? undefined : (JSON.parse(body) as unknown) }
    const operation = this.api.matchOperation(asked)
    this.calls.push(operation?.operationId ?? `${method} ${path}`)
    const fault = this.faults.shift()
    if (fault === 'drop') return void response.destroy()
    if (fault === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in to the hotel</title>')
    if (fault === 'slow') return
    if (typeof fault === 'object' && !fault.after) return void response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end(fault.body ?? '{"message":"Planned"}')
    const [status, given] = this.limit(operation?.operationId === 'search') ?? (headers.authorization === `Bearer ${this.token}` ? await this.judge(asked, operation) : ([401, { message: 'Authentication credentials not found', category: 'INVALID_AUTHENTICATION' }] as const))
    if (fault === 'a minute') await new Promise((resolve) => setTimeout(resolve, 60_000))
    if (fault === 'drop after') return void response.destroy()
    if (fault === 'torn') return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(given).slice(0, -9))
    if (typeof fault === 'object') return void response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers }).end('{"message":"Planned"}')
    sendJson(response, status, given, status === 429 ? { 'retry-after': '1' } : {})
  }

  private limit(search: boolean): readonly [number, object] | undefined {
    if (!this.limited) return undefined
    const now = this.now()
    const within = (ms: number, only: boolean): number => this.moments.filter((one) => one.at > now - ms && (!only || one.search)).length
    if ((search && within(1_000, true) >= 4) || within(10_000, false) >= 100) {
      this.refused += 1
      return [429, { message: 'You have reached your limit', category: 'RATE_LIMITS' }]
    }
    this.moments.push({ at: now, search })
    if (this.moments.length > 400) this.moments.splice(0, 200)
    return undefined
  }

  private async judge(asked: { method: string; path: string; headers: Record<string, string>; body: unknown }, operation: ReturnType<OpenAPIBackend['matchOperation']>): Promise<readonly [number, object]> {
    if (!operation) {
      this.violations.push(`not described: ${asked.method} ${asked.path}`)
      return [404, { message: 'Not found' }]
    }
    const checked = this.api.validateRequest(asked, operation)
    if (!checked.valid) {
      this.violations.push(`${operation.operationId} was asked wrongly: ${JSON.stringify(checked.errors)}`)
      return [400, { message: 'Invalid input' }]
    }
    const [status, given] = this.work(operation.operationId ?? '', asked.path.split('/').filter(Boolean), (asked.body ?? {}) as Record<string, unknown>)
    if (status < 300) {
      const right = this.api.validateResponse(given, operation, status)
      if (!right.valid) this.violations.push(`${operation.operationId} was answered wrongly: ${JSON.stringify(right.errors)}`)
    }
    return [status, given]
  }

  private tableOf(name: string | undefined): Map<string, Stored> {
    return name === 'notes' ? this.notes : name === 'tickets' ? this.tickets : this.contacts
  }

  private work(name: string, path: readonly string[], body: Record<string, unknown>): readonly [number, object] {
    if (!this.mayReadTickets && path.includes('tickets')) return [403, { message: 'This app hasn\'t been granted all required scopes', category: 'MISSING_SCOPES' }]
    switch (name) {
      case 'search':
        return [200, this.search(this.tableOf(path[3]), body as unknown as SearchBody)]
      case 'batchRead':
        return [200, { status: 'COMPLETE', results: (body['inputs'] as { id: string }[]).flatMap(({ id }) => show(this.tableOf(path[3]).get(id)) ?? []) }]
      case 'assocRead': {
        const asked = (body['inputs'] as { id: string }[]).map(({ id }) => id)
        const to = this.tableOf(path[4])
        const results = asked.map((id) => ({ from: { id }, to: [...to.values()].filter(({ contacts }) => contacts.has(id)).map((one) => ({ toObjectId: Number(one.id), associationTypes: [] })) }))
        return [200, { status: 'COMPLETE', results: results.filter(({ to }) => to.length > 0) }]
      }
      case 'noteCreate': {
        const stored = this.put(this.notes, body['properties'] as Properties)
        for (const { to } of body['associations'] as { to: { id: string } }[]) stored.contacts.add(to.id)
        return [201, show(stored)!]
      }
      case 'noteUpdate': {
        const stored = this.notes.get(path[4] ?? '')
        if (!stored) return [404, { message: 'Not found' }]
        Object.assign(stored.properties, body['properties'])
        stored.updatedAt = this.now()
        return [200, show(stored)!]
      }
      case 'contactCreate':
        return [201, show(this.add(body['properties'] as Properties))!]
      case 'propertyGet':
        return ['twitterhandle', 'email'].includes(path[4] ?? '') ? [200, { name: path[4], label: 'X', type: 'string' }] : [404, { message: `Property ${path[4]} does not exist` }]
      default:
        return [404, { message: 'Not found' }]
    }
  }

  private search(table: Map<string, Stored>, { filterGroups, limit, after, sorts, query }: SearchBody): object {
    const holds = (one: Stored, filter: SearchBody['filterGroups'][number]['filters'][number]): boolean => {
      const value = filter.propertyName === 'lastmodifieddate' ? String(one.updatedAt) : (one.properties[filter.propertyName] ?? '')
      if (filter.operator === 'IN') return (filter.values ?? []).includes(value.toLowerCase())
      if (filter.operator === 'EQ') return value.toLowerCase() === filter.value?.toLowerCase()
      if (filter.operator === 'GTE') return Number(value) >= Number(filter.value)
      return value !== ''
    }
    const words = (query ?? '').toLowerCase()
    const all = [...table.values()].filter((one) => (filterGroups.length === 0 || filterGroups.some(({ filters }) => filters.every((filter) => holds(one, filter)))) && (words === '' || `${one.properties['firstname']} ${one.properties['lastname']}`.toLowerCase().includes(words)))
    if (sorts.length > 0) all.sort((one, other) => one.updatedAt - other.updatedAt)
    const from = Number(after)
    const page = all.slice(from, from + limit)
    return { total: all.length, results: page.map((one) => show(one)), ...(from + limit < all.length && { paging: { next: { after: String(from + limit) } } }) }
  }
}

interface SearchBody {
  readonly filterGroups: readonly { readonly filters: readonly { readonly propertyName: string; readonly operator: string; readonly value?: string; readonly values?: readonly string[] }[] }[]
  readonly limit: number
  readonly after: string
  readonly sorts: readonly string[]
  readonly query?: string
}

function show(stored: Stored | undefined): object | undefined {
  if (!stored) return undefined
  const at = new Date(stored.updatedAt).toISOString()
  return { id: stored.id, properties: { ...stored.properties, lastmodifieddate: at, hs_lastmodifieddate: at }, createdAt: at, updatedAt: at, archived: false }
}
