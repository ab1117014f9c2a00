import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import description from './x-calls.openapi.json' with { type: 'json' }
import { World, type WorldAccount, type WorldPost } from './world.ts'

/** Something that goes wrong with the next calls: an answer instead of the right one, or what is done to the connection. */
export type Fault = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } | 'drop' | 'cut'

/** A call as it came. */
export interface Call {
  readonly operation: string
  readonly query: Readonly<Record<string, string>>
  readonly status: number
  readonly token: string
  /** How many things it brought, which is what X bills. */
  readonly brought: number
}

interface Grant {
  readonly user: string | undefined
  readonly until: number
}

/** A double of api.x.com: what it is asked, and what it answers itself, is held against our own description of the calls. */
export class XDouble {
  readonly world = new World()
  readonly calls: Call[] = []
  /** What was asked or answered otherwise than described: a test that is done looks whether this is empty. */
  readonly violations: string[] = []
  /** By operation, in turn; "any" for whatever comes. */
  readonly faults = new Map<string, Fault[]>()
  readonly revoked = new Set<string>()
  now: () => number = () => Date.now()
  lifetime = 7200
  /** How many calls are left in the window of each answer that is to say otherwise than 899, in turn. */
  readonly left: number[] = []
  private readonly grants = new Map<string, Grant>()
  private readonly refreshes = new Map<string, string>()
  private readonly codes = new Map<string, { readonly user: string; readonly challenge: string; readonly redirect: string }>()
  private readonly api = new OpenAPIBackend({ definition: description as unknown as Document, quick: true, strict: true, validate: true, ajvOpts: { strict: false, formats: { 'date-time': true } } })

  /** A token for an app, which is no user's. */
  appToken(): string {
    return this.grant(undefined)
  }

  /** As the page at which the user agrees: the code that goes back with them. */
  agree(user: WorldAccount, link: URL): URL {
    const code = randomUUID()
    this.codes.set(code, { user: user.id, challenge: link.searchParams.get('code_challenge') ?? '', redirect: link.searchParams.get('redirect_uri') ?? '' })
    const back = new URL(link.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', link.searchParams.get('state') ?? '')
    return back
  }

  /** Lets every access token of a user expire. */
  expireAll(): void {
    for (const [token, grant] of this.grants) this.grants.set(token, { ...grant, until: 0 })
  }

  /** Answers one request. */
  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => void this.reply(request, response, Buffer.concat(chunks).toString()))
  }

  private async reply(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    await this.api.init()
    const url = new URL(request.url ?? '/', 'https://api.x.com')
    const asked = { method: request.method ?? 'GET', path: url.pathname, query: url.search.slice(1), headers: request.headers as Record<string, string>, body: body === '' ? undefined : Object.fromEntries(new URLSearchParams(body)) }
    const operation = this.api.matchOperation(asked)
    const name = operation?.operationId ?? `${asked.method} ${asked.path}`
    const send = (status: number, given: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      this.calls.push({ operation: name, query: Object.fromEntries(url.searchParams), status, token: (request.headers.authorization ?? '').slice(7), brought: broughtBy(given) })
      const text = typeof given === 'string' ? given : JSON.stringify(given)
      response.writeHead(status, { 'content-type': 'application/json', date: new Date(this.now()).toUTCString(), ...headers }).end(text)
    }
    const fault = (this.faults.get(name) ?? []).shift() ?? (this.faults.get('any') ?? []).shift()
    if (fault === 'drop') return void request.socket.destroy()
    if (fault === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"data":[{"id":')
      return void setTimeout(() => request.socket.destroy(), 20)
    }
    if (fault) return send(fault.status, fault.body ?? { type: 'about:blank', title: 'Planned', status: fault.status }, fault.headers)
    if (!operation) {
      this.violations.push(`not described: ${name}`)
      return send(404, { type: 'about:blank', title: 'Not Found' })
    }
    const checked = this.api.validateRequest(asked, operation)
    if (!checked.valid) {
      this.violations.push(`${name} was asked wrongly: ${JSON.stringify(checked.errors)}`)
      return send(400, { type: 'about:blank', title: 'Invalid Request', detail: JSON.stringify(checked.errors) })
    }
    const [status, given] = this.work(name, Object.fromEntries(url.searchParams), asked.path, asked.body ?? {}, (request.headers.authorization ?? ''))
    const right = this.api.validateResponse(given, operation, status)
    if (!right.valid) this.violations.push(`${name} was answered wrongly: ${JSON.stringify(right.errors)}`)
    send(status, given, { 'x-rate-limit-limit': '900', 'x-rate-limit-remaining': String(this.left.shift() ?? 899), 'x-rate-limit-reset': String(Math.floor(this.now() / 1000) + 900) })
  }

  private work(name: string, query: Readonly<Record<string, string>>, path: string, body: Readonly<Record<string, string>>, authorization: string): readonly [number, object] {
    if (name === 'token') return this.token(body)
    if (name === 'revoke') {
      this.revoked.add(body['token'] ?? '')
      return [200, { revoked: true }]
    }
    const grant = this.grants.get(authorization.replace('Bearer ', ''))
    if (!grant || grant.until < this.now()) return [401, { type: 'about:blank', title: 'Unauthorized', status: 401, detail: 'Unauthorized' }]
    const id = path.split('/')[3] ?? ''
    switch (name) {
      case 'me':
        return grant.user === undefined ? [403, { type: 'about:blank', title: 'Unsupported Authentication' }] : [200, { data: this.world.showAccount(this.world.accounts.get(grant.user)!) }]
      case 'usersByHandles':
        return [200, this.accounts((query['usernames'] ?? '').split(','), (asked) => this.world.named(asked), 'usernames')]
      case 'usersByIds':
        return [200, this.accounts((query['ids'] ?? '').split(','), (asked) => this.world.accounts.get(asked), 'ids')]
      case 'mentions': {
        const handle = this.world.accounts.get(id)?.username.toLowerCase() ?? ''
        return [200, this.page(query, (post) => new RegExp(`@${handle}\\b`, 'i').test(post.text))]
      }
      case 'ownPosts':
        return [200, this.page(query, (post) => post.author === id && (!post.repostOf || !(query['exclude'] ?? '').includes('retweets')))]
      case 'search': {
        const words = (query['query'] ?? '').toLowerCase().split(' ').filter((word) => /^[\w"@]/.test(word) && !word.includes(':'))
        return [200, this.page(query, (post) => words.every((word) => post.text.toLowerCase().includes(word.replaceAll('"', ''))))]
      }
      case 'posts': {
        const ids = (query['ids'] ?? '').split(',')
        const there = ids.flatMap((one) => this.visible().find((post) => post.id === one) ?? [])
        const errors = ids.filter((one) => !there.some((post) => post.id === one)).map((one) => ({ type: 'https://api.x.com/2/problems/resource-not-found', title: 'Not Found Error', detail: `Could not find tweet with ids: [${one}].`, value: one, resource_id: one, parameter: 'ids', resource_type: 'tweet' }))
        return [200, { ...(there.length > 0 && { data: there.map(({ id, text }) => ({ id, text })) }), ...(errors.length > 0 && { errors }) }]
      }
      default:
        return [404, { type: 'about:blank', title: 'Not Found' }]
    }
  }

  private accounts(asked: readonly string[], find: (asked: string) => WorldAccount | undefined, parameter: string): object {
    const found = asked.flatMap((one) => find(one) ?? []).filter(({ suspended }) => !suspended)
    const errors = asked.flatMap((one) => {
      const account = find(one)
      if (account && !account.suspended) return []
      const title = account ? 'Forbidden' : 'Not Found Error'
      return [{ type: 'https://api.x.com/2/problems/resource-not-found', title, detail: account ? `User has been suspended: [${one}].` : `Could not find user with ${parameter}: [${one}].`, value: one, resource_id: one, parameter, resource_type: 'user' }]
    })
    return { ...(found.length > 0 && { data: found.map((account) => this.world.showAccount(account)) }), ...(errors.length > 0 && { errors }) }
  }

  private visible(): readonly WorldPost[] {
    return this.world.posts.filter(({ gone, author }) => !gone && !this.world.accounts.get(author)?.suspended)
  }

  private page(query: Readonly<Record<string, string>>, holds: (post: WorldPost) => boolean): object {
    const [since, until] = [BigInt(query['since_id'] ?? 0), BigInt(query['until_id'] ?? '9223372036854775807')]
    const all = this.visible().filter((post) => !post.hidden && BigInt(post.id) > since && BigInt(post.id) < until && holds(post)).toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
    const most = Number(query['max_results'] ?? 10)
    const shown = all.slice(0, most)
    const meta = { result_count: shown.length, ...(shown.length > 0 && { newest_id: shown[0]!.id, oldest_id: shown.at(-1)!.id }), ...(all.length > most && { next_token: `after${shown.at(-1)!.id}` }) }
    if (shown.length === 0) return { meta }
    const answered = shown.map((post) => this.world.post(post.answers)?.author)
    const expansions = (query['expansions'] ?? '').split(',')
    const users = new Set([...(expansions.includes('author_id') ? shown.map(({ author }) => author) : []), ...(expansions.includes('in_reply_to_user_id') ? answered.filter((id) => id !== undefined) : [])])
    return { data: shown.map((post) => this.world.showPost(post, expansions)), includes: { users: [...users].map((id) => this.world.showAccount(this.world.accounts.get(id)!)) }, meta }
  }

  private token(body: Readonly<Record<string, string>>): readonly [number, object] {
    if (body['grant_type'] === 'authorization_code') {
      const held = this.codes.get(body['code'] ?? '')
      this.codes.delete(body['code'] ?? '')
      const digest = createHash('sha256').update(body['code_verifier'] ?? '').digest('base64url')
      if (!held || held.challenge !== digest || held.redirect !== body['redirect_uri']) return [400, { error: 'invalid_request', error_description: 'Value passed for the authorization code was invalid.' }]
      return [200, this.granted(held.user)]
    }
    const user = this.refreshes.get(body['refresh_token'] ?? '')
    this.refreshes.delete(body['refresh_token'] ?? '')
    return user === undefined ? [400, { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' }] : [200, this.granted(user)]
  }

  private granted(user: string): object {
    const refresh = `SECRETTOKENrefresh${randomUUID().replaceAll('-', '')}`
    this.refreshes.set(refresh, user)
    return { token_type: 'bearer', access_token: this.grant(user), refresh_token: refresh, expires_in: this.lifetime, scope: 'tweet.read users.read offline.access' }
  }

  private grant(user: string | undefined): string {
    const token = `SECRETTOKENaccess${randomUUID().replaceAll('-', '')}`
    this.grants.set(token, { user, until: user === undefined ? Number.MAX_SAFE_INTEGER : this.now() + this.lifetime * 1000 })
    return token
  }
}

function broughtBy(given: unknown): number {
  const { data } = Object(given) as { readonly data?: unknown }
  return Array.isArray(data) ? data.length : data === undefined ? 0 : 1
}
