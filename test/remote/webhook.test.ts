import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactId, CrmContact } from '../../src/domain/crm'
import type { HandleKey } from '../../src/domain/handle'
import { makeAdapter } from '../../src/remote/make-adapter'
import { type LocalServer, sendJson, serve } from './servers/http-server'

const SECRET = 'SECRETTOKEN-webhook'
const fields = { handle: '', id: '', owner: '', tags: '', lifecycle: '', vip: '' }
let server: LocalServer

beforeAll(async () => {
  server = await serve((_heard, response) => sendJson(response, 200, {}))
})
afterAll(() => server.close())

const connect = () => makeAdapter({ kind: 'webhook', url: `${server.base}/hooks/regulars?team=1`, user: '', place: '', fields, writes: 'always', since: 0 }, SECRET)
const ida: CrmContact = { id: 'idaplane' as ContactId, handle: 'idaplane' as HandleKey, name: '', email: '', owner: '', tags: [], lifecycle: 'unknown', vip: false, url: undefined }

describe('the webhook', () => {
  it('posts a note as signed JSON under its change id, to the very address', async () => {
    await connect().writeNote(ida, { change: '0mlzvuf5s-0000-a', text: 'Prefers <b>tea</b> ✎', at: Date.UTC(2026, 10, 22) })
    const { method, path, headers, body } = server.heard.at(-1)!
    expect({ method, path }).toEqual({ method: 'POST', path: '/hooks/regulars?team=1' })
    expect(JSON.parse(body)).toEqual({ version: 1, event: 'note/added', id: '0mlzvuf5s-0000-a', handle: 'idaplane', text: 'Prefers <b>tea</b> ✎', at: '2026-11-22T00:00:00.000Z' })
    expect(headers['idempotency-key']).toBe('0mlzvuf5s-0000-a')
    expect(headers['x-regulars-signature']).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`)
    expect(`${body}${JSON.stringify(headers)}`).not.toContain(SECRET)
  })

  it('sends a signed check, and says when it is refused', async () => {
    await expect(connect().check()).resolves.toBeUndefined()
    const shut = await serve((_heard, response) => sendJson(response, 403, { error: 'Unknown signature' }))
    const { url: _url, ...rest } = { url: '', kind: 'webhook', user: '', place: '', fields, writes: 'always', since: 0 } as const
    await expect(makeAdapter({ ...rest, url: shut.base }, SECRET).check()).rejects.toMatchObject({ failure: 'forbidden', theirs: 'Unknown signature' })
    await shut.close()
  })

  it('reads nothing, and knows everybody by their handle', async () => {
    const { can, find, read } = connect()
    expect(can).toEqual({ reads: false, tellsChanges: false, creates: false })
    expect((await find(['idaplane' as HandleKey])).map(({ id }) => id)).toEqual(['idaplane'])
    expect(await read([ida.id])).toEqual([])
  })
})
