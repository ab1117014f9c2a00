import type { ServerResponse } from 'node:http'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import description from './chatwoot-calls.openapi.json' with { type: 'json' }
import { type Heard, type LocalServer, sendJson, serve } from './http-server'

interface Contact {
  readonly id: number
  name: string
  readonly email: string | null
  readonly custom_attributes: Readonly<Record<string, string>>
}

const ATTRIBUTES = new Set(['twitter_handle', 'stage', 'vip'])
const PAGE = 15

/** A double of Chatwoot's contacts and notes: it keeps what is written, and holds every question and every answer against the description of the calls. */
export class ChatwootDouble {
  readonly token = 'SECRETTOKEN-agent'
  readonly contacts = new Map<number, Contact>()
  readonly notes = new Map<number, { readonly id: number; readonly content: string; readonly contact_id: number; readonly created_at: number; readonly user: { readonly name: string } }[]>()
  readonly violations: string[] = []
  private next = 1
  private server: LocalServer | undefined
  private readonly api = new OpenAPIBackend({ definition: description as unknown as Document, quick: true, strict: false, validate: true, ajvOpts: { strict: false } })

  async start(port = 0): Promise<string> {
    await this.api.init()
    this.server = await serve((heard, response) => this.answer(heard, response), port)
    return this.server.base
  }

  async stop(): Promise<void> {
    await this.server?.close()
  }

  add(name: string, email: string | undefined, custom_attributes: Readonly<Record<string, string>>): Contact {
    const contact = { id: this.next++, name, email: email ?? null, custom_attributes }
    this.contacts.set(contact.id, contact)
    return contact
  }

  private answer({ method, path, headers, body }: Heard, response: ServerResponse): void {
    const url = new URL(path, 'http://local')
    const asked = { method, path: url.pathname, query: url.search.slice(1), headers: headers as Record<string, string>, body: body === '' ? undefined : (JSON.parse(body) as Record<string, unknown>) }
    const operation = this.api.matchOperation(asked)
    if (!operation) {
      this.violations.push(`not described: ${method} ${path}`)
      return sendJson(response, 404, {})
    }
    if (headers['api_access_token'] !== this.token) return sendJson(response, 401, { error: 'Invalid Access Token' })
    const checked = this.api.validateRequest(asked, operation)
    if (!checked.valid) this.violations.push(`${operation.operationId} was asked wrongly: ${JSON.stringify(checked.errors)}`)
    const [status, given] = this.work(operation.operationId ?? '', url, asked.body ?? {})
    const right = status === 200 ? this.api.validateResponse(given, operation, status) : { valid: true, errors: null }
    if (!right.valid) this.violations.push(`${operation.operationId} was answered wrongly: ${JSON.stringify(right.errors)}`)
    sendJson(response, status, given)
  }

  private work(name: string, url: URL, body: Readonly<Record<string, unknown>>): readonly [number, object] {
    const id = Number(url.pathname.split('/')[6])
    const page = Number(url.searchParams.get('page') ?? 1)
    const listed = (all: readonly Contact[]): readonly [number, object] => [200, { meta: { count: all.length, current_page: page }, payload: all.slice((page - 1) * PAGE, page * PAGE) }]
    switch (name) {
      case 'contactFilter': {
        const [asked] = body['payload'] as { attribute_key: string; values: string[] }[]
        if (!asked || !ATTRIBUTES.has(asked.attribute_key)) return [422, { error: `Invalid attribute key - [${asked?.attribute_key}]` }]
        return listed([...this.contacts.values()].filter((contact) => asked.values.includes((contact.custom_attributes[asked.attribute_key] ?? '').toLowerCase())))
      }
      case 'contactSearch': {
        const words = (url.searchParams.get('q') ?? '').toLowerCase()
        return listed([...this.contacts.values()].filter((contact) => `${contact.name} ${contact.email}`.toLowerCase().includes(words)))
      }
      case 'contactDetails':
        return this.contacts.has(id) ? [200, { payload: this.contacts.get(id) }] : [404, { error: 'Resource could not be found' }]
      case 'contactCreate':
        return [200, { payload: { contact: this.add(String(body['name']), body['email'] as string | undefined, body['custom_attributes'] as Record<string, string>) } }]
      case 'contactNoteList':
        return this.contacts.has(id) ? [200, this.notes.get(id) ?? []] : [404, { error: 'Resource could not be found' }]
      case 'contactNoteCreate': {
        const note = { id: this.next++, content: String(body['content']), contact_id: id, created_at: Math.floor(Date.now() / 1000), user: { name: 'Agent' } }
        this.notes.set(id, [note, ...(this.notes.get(id) ?? [])])
        return [200, note]
      }
      default:
        return [404, {}]
    }
  }
}
