import { toText } from '../domain/crm'
import { fieldsOf } from '../domain/fields-of'
import { persevere, retryAfter } from './back-off'
import { CrmProblem, failureOf, isPassingProblem } from './crm-problem'
import { readBounded } from './read-bounded'
import type { Time } from './time'

/** Where a CRM is, and how it is spoken to. */
export interface CallerOptions {
  /** The address that the user gave: https, or a loopback for one's own machine. */
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
  /** What must stand in no error text. */
  readonly secret: string
  readonly time: Time
  readonly chance: () => number
  readonly signal?: AbortSignal | undefined
  /** ms until an answer is given up. */
  readonly patience?: number
}

/** One call. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Waits for its turn. */
  readonly pace?: (signal?: AbortSignal) => Promise<void>
  /** Changes something there: made once, since whoever made it finds out first what became of it. */
  readonly writes?: boolean
}

/** Makes a call and gives what the JSON says. */
export type Caller = (call: Call) => Promise<unknown>

const PATIENCE = 30_000
const LONGEST_WORDS = 300

/** The address of a CRM out of what somebody typed: https, or http on a loopback. Undefined where it is none. */
export function toBase(typed: string): URL | undefined {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (!url || url.username !== '' || url.password !== '') return undefined
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost'
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url : undefined
}

/** Makes what speaks to one CRM and to no other host. */
export function makeCaller(options: CallerOptions): Caller {
  const base = toBase(options.base)
  if (!base) throw new CrmProblem('unreachable')
  const refusalOf = (error: unknown) => (isPassingProblem(error) ? { status: (error as CrmProblem).status, notBefore: (error as CrmProblem).notBefore } : undefined)
  return async (call) => {
    const once = async (): Promise<unknown> => {
      await call.pace?.(options.signal)
      return callOnce(base, call, options)
    }
    return call.writes ? once() : persevere(once, { time: options.time, chance: options.chance, signal: options.signal, refusalOf })
  }
}

async function callOnce(base: URL, call: Call, options: CallerOptions): Promise<unknown> {
  const response = await send(base, call, options)
  const text = await readBounded(response)
  if (!response.ok) throw new CrmProblem(failureOf(response.status), wordsIn(text, options.secret), response.status, retryAfter(response.headers.get('retry-after'), options.time.now()))
  if (text.trim() === '') return undefined
  return parse(text)
}

/** Redirects are not followed, and no cookie goes along: a token is for the host that the user named. */
async function send(base: URL, { method = 'GET', path, body, headers }: Call, { headers: own, signal, patience = PATIENCE }: CallerOptions): Promise<Response> {
  // No path: the very address that was given, with whatever is in it.
  const url = path === '' ? base : new URL(base.pathname.replace(/\/$/, '') + path, base)
  if (url.origin !== base.origin) throw new CrmProblem('redirected')
  const limit = AbortSignal.timeout(patience)
  try {
    const response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(body !== undefined && { 'Content-Type': 'application/json' }), ...own, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw new CrmProblem('redirected')
    return response
  } catch (error) {
    if (error instanceof CrmProblem || signal?.aborted) throw error
    throw new CrmProblem('unreachable')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new CrmProblem('garbled')
  }
}

/** The CRM's own words in an error: of JSON the message, of anything else nothing, since a page of HTML tells nobody anything. */
function wordsIn(text: string, secret: string): string {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return ''
  }
  const { message, error, description, errors } = fieldsOf(said)
  const words = [message, description, error, ...(Array.isArray(errors) ? (errors as readonly unknown[]) : [])].find((value) => typeof value === 'string') ?? (Array.isArray(said) ? (said as readonly unknown[]).find((value) => typeof value === 'string') : '')
  const plain = toText(words).replace(/\s+/g, ' ').slice(0, LONGEST_WORDS)
  return secret === '' ? plain : plain.replaceAll(secret, '…')
}
