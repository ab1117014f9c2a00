import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { Stamp } from '../../../src/domain/clock'
import type { ContactId } from '../../../src/domain/crm'
import type { HandleKey } from '../../../src/domain/handle'
import { freshProfile, hubspotAt, met, noteId } from './hub'

const held = vi.hoisted(() => new Map<string, unknown>())
vi.mock('webextension-polyfill', () => ({
  default: { storage: { local: { get: (name: string) => Promise.resolve(held.has(name) ? { [name]: held.get(name) } : {}) }, session: { get: () => Promise.resolve({}), set: () => Promise.resolve() } }, alarms: { onAlarm: { addListener: () => undefined } }, i18n: { getMessage: (name: string) => name } },
}))

const [ida, joe] = ['ida', 'joe'] as HandleKey[] as [HandleKey, HandleKey]
let profile: Awaited<ReturnType<typeof freshProfile>>
const modules = async () => ({ ...(await import('../../../src/background/crm-work')), ...(await import('../../../src/features/crm/copies-worker')) })

beforeEach(async () => {
  profile = await freshProfile()
  held.set('crm', hubspotAt('https://crm.example.org'))
  await profile.write(1, met('ida'), met('joe'), { kind: 'person/renamed', person: 'person-ida' as PersonId, handle: 'ida_b' as never })
  for (const key of [ida, joe]) {
    await profile.cache.put('people', { key, contacts: [], ids: [], at: 5, entries: [], entriesAt: 5 })
    await profile.cache.put('links', { key, contact: '1' as ContactId })
    await profile.cache.put('deliveries', { change: `stamp-${key}` as Stamp, person: `person-${key}` as PersonId, note: noteId('1'), text: '', post: `https://x.com/${key}/status/1`, by: 'Mia', at: 1, state: 'sent', tries: 1, notBefore: 0 })
  }
})

it('gives what is copied of somebody, for the file that they may ask for', async () => {
  const { copiesOf } = await modules()
  expect((await copiesOf([ida])).map(({ key }) => key)).toEqual([ida])
})

it('forgets all that is copied of somebody who is erased, under every handle they had, and of nobody else', async () => {
  const { forgetInCrm } = await modules()
  await forgetInCrm('person-ida' as PersonId)
  const everything = await Promise.all((['people', 'links', 'deliveries'] as const).map((table) => profile.cache.getAll(table)))
  expect(JSON.stringify(everything)).not.toContain('ida')
  expect(everything.map((rows) => rows.length)).toEqual([1, 1, 1])
})

it('makes no database while no CRM is connected', async () => {
  held.clear()
  await profile.forgetCrmCache()
  const { copiesOf, forgetInCrm } = await modules()
  expect(await copiesOf([ida])).toEqual([])
  await forgetInCrm('person-ida' as PersonId)
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('regulars-crm')
})
