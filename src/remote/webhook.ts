import type { ContactId, CrmContact } from '../domain/crm'
import type { HandleKey } from '../domain/handle'
import type { CrmAdapter } from './crm-adapter'
import type { Caller } from './crm-http'
import { CrmProblem } from './crm-problem'

/** What is sent, version by version. */
const VERSION = 1

/** Any address that takes JSON: every note is posted there once, signed. Nothing can be read from it. */
export function makeWebhook({ call, secret }: { readonly call: Caller; readonly secret: string }): CrmAdapter {
  async function post(event: string, key: string, data: unknown): Promise<void> {
    const body = JSON.stringify({ version: VERSION, event, id: key, ...(data as object) })
    await call({ method: 'POST', path: '', writes: true, body, headers: { 'Idempotency-Key': key, 'X-Regulars-Signature': `sha256=${await sign(secret, body)}` } })
  }
  return {
    can: { reads: false, tellsChanges: false, creates: false },
    find: (handles) => Promise.resolve(handles.map(asContact)),
    get: () => Promise.resolve([]),
    read: () => Promise.resolve([]),
    changes: (cursor) => Promise.resolve({ contacts: [], cursor: cursor ?? '', more: false }),
    alike: () => Promise.resolve([]),
    create: () => Promise.reject(new CrmProblem('refused')),
    writeNote: async ({ handle }, { change, text, at }) => {
      await post('note/added', change, { handle, text, at: new Date(at).toISOString() })
      return change
    },
    // The receiver drops what it has under the same key, so asking again does no harm.
    findNote: () => Promise.resolve(undefined),
    check: () => post('check', `check-${crypto.randomUUID()}`, {}),
  }
}

/** The signature of a body: HMAC-SHA-256 in hexadecimal, by the secret that both sides know. */
export async function sign(secret: string, body: string): Promise<string> {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(body)))
  return [...signed].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function asContact(handle: HandleKey): CrmContact {
  return { id: handle as unknown as ContactId, handle, name: '', email: '', owner: '', tags: [], lifecycle: 'unknown', vip: false, url: undefined }
}
