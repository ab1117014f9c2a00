import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import { fromHtml } from '../../../src/remote/html-text'
import { partChange } from '../../../src/domain/crm-change'
import { fakeTime } from '../../remote/fake-time'
import { type Fault, HubSpotDouble } from '../../remote/servers/hubspot'
import { freshProfile, hubspotAt, met, noted, noteId, restart } from './hub'

const NOW = Date.UTC(2026, 10, 24)
const RUNS = process.env['REGULARS_LONG'] ? 100 : 10
const FAULTS: readonly Fault[] = ['drop', 'drop after', 'html', 'torn', 'slow', { status: 500 }, { status: 500, after: true }, { status: 429, headers: { 'retry-after': '3' } }, { status: 401 }, { status: 503, headers: { 'retry-after': '9000' } }]

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
  crm.faults.length = 0
  time = fakeTime(NOW)
  profile = await freshProfile()
})
afterEach(() => expect(crm.violations).toEqual([]))

/** Each worker makes its own way to the CRM, as it does in life. */
const adapterWith = (token = crm.token, patience = 5_000) => profile.makeAdapter(hubspotAt(url), token, { time, chance: () => 0.5, patience })
const postman = (chance = () => 0.5, patience?: number) => ({ store: profile.store, cache: profile.cache, adapter: adapterWith(crm.token, patience), time, chance })
const arrived = (): readonly string[] => [...crm.notes.values()].map(({ properties }) => partChange(fromHtml(properties['hs_note_body'] ?? '')).text.split('\n')[0] ?? '')
const states = async (): Promise<readonly string[]> => (await profile.cache.getAll('deliveries')).map(({ state }) => state)

describe('the outbox', () => {
  it('takes what was written here since the connection, with its post and its author, once', async () => {
    const ida = crm.add({ twitterhandle: '@IdaPlane' })
    await profile.write(NOW - 10, met('IdaPlane'), noted('IdaPlane', '1', 'Before'))
    await profile.write(NOW + 10, noted('IdaPlane', '2', 'Prefers <b>tea</b> & the aisle', 'https://x.com/IdaPlane/status/1'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await profile.deliver(postman())
    await profile.deliver(postman())
    const [note, ...others] = [...crm.notes.values()]
    expect(others).toEqual([])
    expect(note!.contacts).toEqual(new Set([ida.id]))
    expect(fromHtml(note!.properties['hs_note_body']!)).toMatch(/^Prefers <b>tea<\/b> & the aisle\n\n— Mia\nhttps:\/\/x\.com\/IdaPlane\/status\/1\n\nregulars:[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]+$/)
  })

  it('asks first where it is told to, and sends nothing that was taken back before', async () => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', 'First'), noted('ida', '2', 'Second'))
    await profile.collect(profile.store, profile.cache, 'ask', NOW)
    await profile.deliver(postman())
    expect(arrived()).toEqual([])
    expect(await states()).toEqual(['asked', 'asked'])
    const person = 'person-ida' as PersonId
    await profile.write(NOW + 2, { kind: 'note/edited', person, note: noteId('1'), text: 'First, better' }, { kind: 'note/removed', person, note: noteId('2'), removed: true })
    await profile.collect(profile.store, profile.cache, 'ask', NOW)
    expect((await profile.cache.getAll('deliveries')).map(({ state, text }) => `${state} ${text}`)).toEqual(['asked First, better', 'dropped Second'])
  })

  it('forgets the words of somebody who was erased, sent or not, and sends none of them', async () => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', 'First'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await profile.deliver(postman())
    await profile.write(NOW + 2, noted('ida', '2', 'Second'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await profile.write(NOW + 3, { kind: 'person/erased', person: 'person-ida' as PersonId })
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await profile.deliver(postman())
    expect((await profile.cache.getAll('deliveries')).map(({ state, text }) => `${state}:${text}`)).toEqual(['sent:', 'dropped:'])
    expect(arrived()).toEqual(['First'])
  })

  it('keeps what is refused, with the words of the CRM, and what has nobody to go to', async () => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', 'First'), met('nobody'), noted('nobody', '2', 'Second'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await profile.cache.put('people', { key: 'ida' as never, contacts: await adapterWith().find(['ida' as never]), ids: [], at: NOW, entries: [], entriesAt: NOW })
    crm.faults.push({ status: 400, body: JSON.stringify({ message: `<b>Too long</b> for ${crm.token}` }) })
    await profile.deliver(postman())
    expect(await profile.cache.getAll('deliveries')).toMatchObject([{ state: 'refused', failure: 'refused', theirs: '<b>Too long</b> for …' }, { state: 'refused', failure: 'no contact' }])
  })

  it('stops at a token that is no longer good, and goes on in order when it is mended', async () => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', 'First'), noted('ida', '2', 'Second'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    const expired = adapterWith('SECRETTOKEN-expired')
    await expect(profile.deliver({ ...postman(), adapter: expired })).rejects.toMatchObject({ failure: 'unauthorised' })
    expect(await states()).toEqual(['waiting', 'waiting'])
    time.pass(3_600_000)
    profile = await restart()
    await profile.deliver(postman())
    expect(arrived()).toEqual(['First', 'Second'])
  })

  it.runIf(process.env['REGULARS_LONG'])('brings a note once past a real answer that takes a minute, which nobody waits for', { timeout: 90_000 }, async () => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', 'First'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    const [ida] = await adapterWith().find(['ida' as never])
    await profile.cache.put('people', { key: 'ida' as never, contacts: [ida!], ids: [ida!.id], at: NOW, entries: [], entriesAt: NOW })
    crm.faults.push('a minute')
    const start = performance.now()
    await profile.deliver({ ...postman(), adapter: profile.makeAdapter(hubspotAt(url), crm.token, { time, chance: () => 0.5 }) })
    expect(performance.now() - start).toBeLessThan(45_000)
    expect(await states()).toEqual(['unknown'])
    time.pass(3_600_000)
    await profile.deliver(postman())
    expect([await states(), arrived()]).toEqual([['sent'], ['First']])
  })

  it(`brings every note exactly once and in order through ${RUNS} runs of faults and kills`, { timeout: 300_000 }, async () => {
    for (let run = 0; run < RUNS; run += 1) await endure(run + 1)
  })
})

/** One run: three people, nine notes, faults and kills drawn by the run's number. */
async function endure(seed: number): Promise<void> {
  for (const table of [crm.contacts, crm.notes]) table.clear()
  crm.faults.length = 0
  profile = await freshProfile()
  let state = seed * 2_654_435_761
  const random = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const people = ['ida', 'bob', 'cleo']
  for (const handle of people) crm.add({ twitterhandle: handle })
  for (const [at, handle] of people.entries()) await profile.write(NOW + 1 + at, met(handle))
  const written: string[] = []
  for (let note = 0; note < 9; note += 1) {
    const handle = people[note % 3]!
    written.push(`${handle} ${note}`)
    // The wall clock goes back and forth; the journal's own does not.
    await profile.write(NOW + 10 + Math.round(random() * 100_000) * (note % 2 ? 1 : -1) + 200_000, noted(handle, String(note + 1), `${handle} ${note}`))
  }
  for (let round = 0; round < 60; round += 1) {
    if (round < 20) while (random() < 0.6) crm.faults.push(FAULTS[Math.floor(random() * FAULTS.length)]!)
    else crm.faults.length = 0
    const killed = round < 20 && random() < 0.4
    const working = (async () => {
      await profile.collect(profile.store, profile.cache, 'always', NOW)
      await profile.deliver(postman(random, 150))
    })().catch(() => undefined)
    if (killed) {
      await Promise.race([working, new Promise((resolve) => setTimeout(resolve, random() * 40))])
      profile.cache.close()
      profile.store.close()
      await working
      profile = await restart()
    } else await working
    time.pass(3 * 3_600_000)
    if (round >= 20 && (await states()).every((one) => one === 'sent') && arrived().length === written.length) break
  }
  expect(arrived().toSorted()).toEqual(written.toSorted())
  for (const handle of people) expect(arrived().filter((text) => text.startsWith(handle))).toEqual(written.filter((text) => text.startsWith(handle)))
}
