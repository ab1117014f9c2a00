import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { Later } from '../../src/remote/back-off'
import { makeCaller, toBase } from '../../src/remote/crm-http'
import type { CrmProblem } from '../../src/remote/crm-problem'
import { type LocalServer, sendJson, serve } from './servers/http-server'

const SECRET = 'SECRETTOKEN-1'
const servers: LocalServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))))

let waited: number[] = []
const time = { now: () => 1_000_000, wait: (ms: number) => Promise.resolve(void waited.push(ms)) }

async function callerOf(answer: (response: ServerResponse, times: number) => void, patience = 5_000) {
  waited = []
  let times = 0
  const server = await serve((_heard, response) => answer(response, ++times))
  servers.push(server)
  const call = makeCaller({ base: server.base, headers: { Authorization: `Bearer ${SECRET}` }, secret: SECRET, time, chance: () => 0, patience })
  return { server, call, problem: (writes = true) => call({ path: '/x', writes }).then(() => undefined, (error: unknown) => error as CrmProblem) }
}

describe('the way to a CRM', () => {
  it('takes https addresses, and http on this machine alone', () => {
    expect(toBase('https://crm.example.org/rt')?.href).toBe('https://crm.example.org/rt')
    expect(toBase('http://127.0.0.1:8080')?.origin).toBe('http://127.0.0.1:8080')
    expect(toBase('http://localhost:8080')?.origin).toBe('http://localhost:8080')
    for (const bad of ['http://crm.example.org', 'http://127.0.0.1.example.org', 'https://user:pass@crm.example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'ftp://crm', 'crm', '']) expect(toBase(bad)).toBeUndefined()
  })

  it('follows no redirect, so that the token stays with its host', async () => {
    const other = await serve((_heard, response) => sendJson(response, 200, {}))
    servers.push(other)
    const { problem } = await callerOf((response) => response.writeHead(302, { location: `${other.base}/x` }).end())
    expect(await problem()).toMatchObject({ failure: 'redirected' })
    expect(other.heard).toEqual([])
  })

  it('does not leave its host by a path', async () => {
    const { call, server } = await callerOf((response) => sendJson(response, 200, {}))
    await fc.assert(
      fc.asyncProperty(fc.webUrl(), async (path) => {
        await call({ path, writes: true }).catch(() => undefined)
      }),
      { numRuns: 20 },
    )
    expect(server.heard.every(({ headers }) => headers.host === new URL(server.base).host)).toBe(true)
  })

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'missing'],
    [422, 'refused'],
    [429, 'busy'],
    [500, 'broken'],
  ])('reads %i as %s, with the words of the CRM and without the secret', async (status, failure) => {
    const { problem } = await callerOf((response) => sendJson(response, status, { message: `No, ${SECRET} <b>is</b> bad` }))
    const found = await problem()
    expect(found).toMatchObject({ failure, status, theirs: 'No, … <b>is</b> bad' })
    expect(`${found?.stack}${JSON.stringify(found)}`).not.toContain('SECRETTOKEN')
  })

  it('says what is no answer: pages, torn JSON, dropped lines, silence, and floods', async () => {
    const html = await callerOf((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the hotel'))
    expect(await html.problem()).toMatchObject({ failure: 'garbled' })
    const torn = await callerOf((response) => response.end('{"items": [1, 2'))
    expect(await torn.problem()).toMatchObject({ failure: 'garbled' })
    const dropped = await callerOf((response) => response.destroy())
    expect(await dropped.problem()).toMatchObject({ failure: 'unreachable' })
    const silent = await callerOf(() => undefined, 100)
    expect(await silent.problem()).toMatchObject({ failure: 'unreachable' })
    const flood = await callerOf((response) => {
      const more = (): void => void (response.destroyed || (response.write('9'.repeat(1_000_000)) ? setImmediate(more) : response.once('drain', more)))
      response.on('error', () => undefined)
      more()
    })
    expect(await flood.problem()).toMatchObject({ failure: 'too much' })
  })

  it('asks again where asking is all it does, and never writes twice', async () => {
    const flaky = (response: ServerResponse, times: number): void => (times < 3 ? sendJson(response, 503, {}) : sendJson(response, 200, { fine: true }))
    const reading = await callerOf(flaky)
    expect(await reading.problem(false)).toBeUndefined()
    expect(reading.server.heard).toHaveLength(3)
    const writing = await callerOf(flaky)
    expect(await writing.problem()).toMatchObject({ failure: 'broken' })
    expect(writing.server.heard).toHaveLength(1)
  })

  it('asks no more where it is not let in, and comes back later where it is told to', async () => {
    const shut = await callerOf((response) => sendJson(response, 401, {}))
    expect(await shut.problem(false)).toMatchObject({ failure: 'unauthorised' })
    expect(shut.server.heard).toHaveLength(1)
    const busy = await callerOf((response) => sendJson(response, 429, {}, { 'retry-after': '120' }))
    const later: unknown = await busy.problem(false)
    expect(later).toBeInstanceOf(Later)
    expect((later as Later).until).toBe(1_120_000)
  })
})
