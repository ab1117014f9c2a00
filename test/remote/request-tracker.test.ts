import { expect, it } from 'vitest'
import { makeAdapter } from '../../src/remote/make-adapter'
import { describeAdapter, type CrmWorld } from './adapter-suite'
import { serve } from './servers/http-server'
import { startRequestTracker, whyNoRequestTracker } from './servers/request-tracker'

describeAdapter('Request Tracker 5, for real', async () => {
  const why = await whyNoRequestTracker()
  return why ?? enter()
})

it('takes the redirect that RT gives a browser for a refused login', async () => {
  const server = await serve((_heard, response) => void response.writeHead(302, { location: '/' }).end('Login required'))
  const fields = { handle: 'TwitterHandle', id: '', owner: '', tags: '', lifecycle: '', vip: '' }
  await expect(makeAdapter({ kind: 'request-tracker', url: server.base, user: 'root', place: '', fields, writes: 'ask', since: 0 }, 'wrong').check()).rejects.toMatchObject({ failure: 'unauthorised' })
  await server.close()
})

async function enter(): Promise<CrmWorld> {
  const server = await startRequestTracker()
  const names = new Map<string, string>()
  const nameOf = (handle: string): string => names.get(handle) ?? handle
  return {
    connection: { kind: 'request-tracker', url: server.base, user: server.user, place: 'General', fields: { handle: 'TwitterHandle', id: '', owner: '', tags: '', lifecycle: 'Stage', vip: 'Vip' }, writes: 'always', since: 0 },
    secret: server.password,
    seed: async (people) => {
      for (const { handle, email } of people) names.set(handle, email ?? `user-${handle.replace('@', '')}`)
      await server.addUsers(people.map(({ handle, name, email, stage, vip }) => ({ name: nameOf(handle), realName: name, email, fields: { TwitterHandle: handle, ...(stage && { Stage: stage }), ...(vip && { Vip: 'yes' }) } })))
    },
    addTicket: async (handle, Subject) => void (await server.api('POST', '/ticket', { Queue: 'General', Subject, Requestor: nameOf(handle), Content: `About: ${Subject}` })),
    rename: async (handle, RealName) => void (await server.api('PUT', `/user/${nameOf(handle)}`, { RealName })),
    erase: async (handle) => void (await server.api('DELETE', `/user/${nameOf(handle)}`)),
    stop: server.stop,
    start: server.start,
    remove: server.remove,
  }
}
