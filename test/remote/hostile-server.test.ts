import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContactId, type CrmContact, type CrmEntry } from '../../src/domain/crm'
import { CRM_KINDS, type CrmConnection } from '../../src/domain/crm-connection'
import type { HandleKey } from '../../src/domain/handle'
import { CrmProblem } from '../../src/remote/crm-problem'
import { makeAdapter } from '../../src/remote/make-adapter'
import { type LocalServer, serve } from './servers/http-server'

let server: LocalServer
let answer = ''
beforeAll(async () => {
  server = await serve((_heard, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(answer))
})
afterAll(() => server.close())

const connection = (kind: CrmConnection['kind']): CrmConnection => ({ kind, url: server.base, user: 'u', place: '1/2', fields: { handle: 'handle', id: '', owner: 'o', tags: 't', lifecycle: 'l', vip: 'v' }, writes: 'always', since: 0 })
const time = { now: () => 5, wait: () => Promise.resolve() }
/** Words where these CRMs have theirs, with anything in them. */
const shaped = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, fc.jsonValue({ maxDepth: 2 }), tie('record'), fc.array(tie('record'), { maxLength: 3 })),
  record: fc.dictionary(fc.constantFrom('items', 'results', 'payload', 'properties', 'id', 'from', 'to', 'toObjectId', 'CustomFields', 'values', 'Name', 'result', 'party.', 'party', 'value', 'content', 'pages', 'paging', 'next', 'after', 'handle', '__proto__', 'Requestor', 'active'), tie('any'), { maxKeys: 6 }),
})).record

describe.each(CRM_KINDS.filter((kind) => kind !== 'webhook'))('%s, when what answers is hostile', (kind) => {
  it('gives plain bounded values or says that this is no answer, whatever came', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(shaped, async (body) => {
        answer = JSON.stringify(body)
        const adapter = makeAdapter(connection(kind), 'secret', { time })
        const asks = [() => adapter.find(['handle' as HandleKey]), () => adapter.get(['1' as ContactId]), () => adapter.read(['1' as ContactId]), async () => (await adapter.changes(undefined)).contacts]
        for (const ask of asks) {
          const given: readonly (CrmContact | CrmEntry)[] | CrmProblem = await ask().catch((error: unknown) => error as CrmProblem)
          if (given instanceof Error) expect(given).toBeInstanceOf(CrmProblem)
          else for (const one of given) for (const value of Object.values(one).flat()) expect(['string', 'number', 'boolean', 'undefined']).toContain(typeof value)
        }
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      }),
      { numRuns: process.env['REGULARS_LONG'] ? 300 : 40 },
    )
  })
})
