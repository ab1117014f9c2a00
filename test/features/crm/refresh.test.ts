import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HandleKey } from '../../../src/domain/handle'
import { isFresh, MISS_FRESH, staleAmong } from '../../../src/features/crm/crm-row'
import { readCrmRows } from '../../../src/store/crm-memory'
import { fakeTime } from '../../remote/fake-time'
import { HubSpotDouble } from '../../remote/servers/hubspot'
import { freshProfile, hubspotAt } from './hub'

const NOW = Date.UTC(2026, 10, 24)
const key = (handle: string): HandleKey => handle as HandleKey
let crm: HubSpotDouble
let url: string
let profile: Awaited<ReturnType<typeof freshProfile>>
let time: ReturnType<typeof fakeTime>

beforeAll(async () => {
  crm = new HubSpotDouble()
  url = await crm.start()
})
afterAll(() => crm.stop())
beforeEach(async () => {
  for (const table of [crm.contacts, crm.notes, crm.tickets]) table.clear()
  crm.calls.length = 0
  crm.limited = false
  crm.mayReadTickets = true
  time = fakeTime(NOW)
  crm.now = time.now
  profile = await freshProfile()
})
afterEach(() => expect(crm.violations).toEqual([]))

const adapter = () => profile.makeAdapter(hubspotAt(url), crm.token, { time, chance: () => 0.5, patience: 5_000 })
const kept = async (keys: readonly HandleKey[]) => new Map((await readCrmRows(profile.cache, keys)).flatMap((row) => (row ? [[row.key, row] as const] : [])))
const read = (...handles: readonly string[]) => profile.refresh(profile.cache, adapter(), handles.map(key), time.now)

describe('the copies of a CRM', () => {
  it('hold what was asked for, say whose look changed, and whom nobody knows', async () => {
    const ida = crm.add({ twitterhandle: '@IdaPlane', firstname: 'Ida' })
    crm.addNote(ida.id, { hs_note_body: 'Tea', hs_timestamp: new Date(NOW).toISOString() })
    expect(await read('idaplane', 'nobody')).toEqual({ changed: ['idaplane'], missed: ['nobody'] })
    expect(await profile.cache.get('people', key('idaplane'))).toMatchObject({ contacts: [{ name: 'Ida' }], entries: [{ text: 'Tea' }], at: NOW, entriesAt: NOW })
    expect((await read('idaplane')).changed).toEqual([])
  })

  it('lose whoever was erased there, and notes that were deleted', async () => {
    const ida = crm.add({ twitterhandle: 'ida' })
    crm.addNote(ida.id, { hs_note_body: 'Tea', hs_timestamp: new Date(NOW).toISOString() })
    await read('ida')
    crm.notes.clear()
    expect((await read('ida')).changed).toEqual(['ida'])
    expect((await profile.cache.get('people', key('ida')))?.entries).toEqual([])
    crm.contacts.clear()
    expect(await read('ida')).toEqual({ changed: ['ida'], missed: ['ida'] })
    expect(await profile.cache.count('people')).toBe(0)
  })

  it('stay as they were when an answer is no answer', async () => {
    crm.add({ twitterhandle: 'ida', firstname: 'Ida' })
    await read('ida')
    for (const fault of ['html', 'torn'] as const) {
      crm.faults.push(...Array.from({ length: 5 }, () => fault))
      await expect(read('ida')).rejects.toThrow()
      crm.faults.length = 0
    }
    expect((await profile.cache.get('people', key('ida')))?.contacts[0]?.name).toBe('Ida')
  })

  it('follow the link that the user made, whatever handle the contact has there, until it is taken back', async () => {
    const other = crm.add({ twitterhandle: 'somebody_else', firstname: 'Linked' })
    crm.add({ twitterhandle: 'ida', firstname: 'By handle' })
    await profile.cache.put('links', { key: key('ida'), contact: other.id as never })
    await read('ida')
    expect((await profile.cache.get('people', key('ida')))?.contacts.map(({ name }) => name)).toEqual(['Linked'])
    other.properties = { ...other.properties, firstname: 'Linked anew' }
    other.updatedAt = NOW + 1
    await profile.followChanges(profile.cache, adapter(), time.now)
    expect((await profile.cache.get('people', key('ida')))?.contacts.map(({ name }) => name)).toEqual(['Linked anew'])
    await profile.cache.delete('links', key('ida'))
    await read('ida')
    expect((await profile.cache.get('people', key('ida')))?.contacts.map(({ name }) => name)).toEqual(['By handle'])
  })

  it('move with a contact that goes by another handle, and go on from where they were', async () => {
    const ida = crm.add({ twitterhandle: 'ida' })
    expect(await profile.followChanges(profile.cache, adapter(), time.now)).toEqual({ changed: ['ida'], more: false })
    time.pass(1_000)
    ida.properties = { twitterhandle: 'ida_new' }
    ida.updatedAt = time.now()
    expect((await profile.followChanges(profile.cache, adapter(), time.now)).changed.toSorted()).toEqual(['ida', 'ida_new'])
    expect(await profile.cache.getAllKeys('people')).toEqual(['ida_new'])
  })

  it('are old after half an hour, and where the clock was put back', () => {
    expect(isFresh({ at: NOW, entriesAt: NOW }, NOW + 60_000)).toBe(true)
    expect(isFresh({ at: NOW, entriesAt: NOW }, NOW + MISS_FRESH)).toBe(false)
    expect(isFresh({ at: NOW, entriesAt: 0 }, NOW + 1)).toBe(false)
    expect(isFresh({ at: NOW + 1, entriesAt: NOW + 1 }, NOW)).toBe(false)
  })
})

describe('a day of browsing', () => {
  const AUTHORS = 5_000
  const handles = Array.from({ length: AUTHORS }, (_author, at) => `author_${at}`)

  it.each([
    { tickets: false, most: 3 },
    { tickets: true, most: 5 },
  ])('asks HubSpot at most $most times for 100 new people (tickets: $tickets), not at all for fresh ones, and is never told to slow down', { timeout: 120_000 }, async ({ tickets, most }) => {
    crm.limited = true
    crm.refused = 0
    crm.rest()
    crm.mayReadTickets = tickets
    for (const [at, handle] of handles.entries()) {
      if (at % 4 !== 0) continue
      const { id } = crm.add({ twitterhandle: at % 8 ? handle : `@${handle}` })
      if (at % 8 === 0) crm.addNote(id, { hs_note_body: `Note ${at}`, hs_timestamp: new Date(NOW).toISOString() })
      if (at % 8 === 0) crm.addTicket(id, { subject: `Ticket ${at}`, hs_pipeline_stage: '1' })
    }
    const way = adapter()
    let missed = 0
    for (let at = 0; at < AUTHORS; at += 100) {
      const keys = handles.slice(at, at + 100).map(key)
      expect(staleAmong(keys, await kept(keys), time.now())).toHaveLength(100)
      const before = crm.calls.length
      missed += (await profile.refresh(profile.cache, way, keys, time.now)).missed.length
      // The first answer about tickets tells that they may not be read.
      expect(crm.calls.length - before).toBeLessThanOrEqual(at === 0 && !tickets ? most + 1 : most)
    }
    expect(missed).toBe(AUTHORS * 0.75)
    expect(crm.refused).toBe(0)
    const before = crm.calls.length
    const known = handles.filter((_handle, at) => at % 4 === 0 && at > AUTHORS - 400).map(key)
    expect(staleAmong(known, await kept(known), time.now())).toEqual([])
    expect(crm.calls.length).toBe(before)
  })
})
