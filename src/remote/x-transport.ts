import { resetAt } from './back-off'
import { refusedBy, XRefused } from './x-refused'

/** What is left of a rate limit, and until when (ms since 1970). */
export interface RateLimit {
  readonly left: number
  readonly resetAt: number
}

/** What X said is left, by path: where nothing is, no call leaves before X counts anew. */
export type Limits = Map<string, RateLimit>

/** How calls leave: the browser's own fetch, or a test's. */
export interface Transport {
  readonly fetch: typeof fetch
  readonly now: () => number
  /** Kept from answer to answer, for one access. */
  readonly limits?: Limits
}

/** So long a call may take, in ms; a worker lives for 30 seconds. */
const LONGEST_CALL = 20_000

/** The most that is read of an answer: a hundred posts with everything about them are a tenth of it. */
const LARGEST_ANSWER = 5_000_000

/** What the library gives to a plug-in, as far as we use it. */
interface Asked {
  readonly client: unknown
  readonly params: { readonly url: string; forceBodyMode?: string }
}

/** What the library makes of a call: its own arithmetic on addresses, headers and bodies. */
interface Library {
  getHttpRequestArgs(params: unknown): { readonly url: URL; readonly method: string; readonly headers: Record<string, string>; readonly body?: string }
}

/** The plug-in by which the library's calls leave through fetch: the library was made for Node's sockets, which a worker has not. */
export function makeTransport({ fetch, now, limits }: Transport) {
  return {
    onBeforeRequestConfig: async ({ client, params }: Asked) => {
      // Version 1.29.1 looks for /2/oauth2 in the password of the address and so sends JSON, which X refuses. Try without when it is updated.
      if (params.url.includes('/2/oauth2/')) params.forceBodyMode = 'url'
      const { url, method, headers, body } = (client as Library).getHttpRequestArgs(params)
      delete headers['x-user-agent']
      const limit = limits?.get(url.pathname)
      if (limit?.left === 0 && limit.resetAt > now()) throw new XRefused(429, limit.resetAt, 'toldXLimited')
      const response = await leave(fetch, url, { method, headers, ...(body && { body }) })
      const text = await bodyOf(response)
      if (limits) noteLimit(response, url.pathname, now(), limits)
      if (!response.ok) throw refusedBy(response, text, now())
      return { data: parsed(text), headers: {} }
    },
  }
}

async function leave(fetch: typeof globalThis.fetch, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url.href, { ...init, signal: AbortSignal.timeout(LONGEST_CALL), credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer' })
  } catch {
    // Why is not said: a browser's error may hold the address, and so what was asked.
    throw new XRefused(undefined, undefined, 'toldXUnreachable')
  }
}

async function bodyOf(response: Response): Promise<string> {
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    const reader = response.body?.getReader()
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.byteLength
      if (size > LARGEST_ANSWER) throw new Error('An answer of this size is none of X.')
      chunks.push(part.value)
    }
    return await new Blob(chunks).text()
  } catch {
    throw new XRefused(undefined, undefined, 'toldXBroken')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new XRefused(undefined, undefined, 'toldXGarbled')
  }
}

function noteLimit({ headers }: Response, path: string, now: number, limits: Limits): void {
  const reset = resetAt(headers.get('x-rate-limit-reset'), headers.get('date'), now)
  const left = headers.get('x-rate-limit-remaining')
  if (reset !== undefined && left !== null && /^\d{1,9}$/.test(left)) limits.set(path, { left: Number(left), resetAt: reset })
}
