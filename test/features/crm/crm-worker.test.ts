import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonCard } from '../../../src/domain/card'
import type { PersonId } from '../../../src/domain/change'
import type { CrmView } from '../../../src/features/crm/crm-messages'
import type { Handle, HandleKey, XId } from '../../../src/domain/handle'
import { fromHtml } from '../../../src/remote/html-text'
import { HubSpotDouble } from '../../remote/servers/hubspot'
import { hubspotAt, met, noted } from './hub'

const { browser, world } = await vi.hoisted(() => import('./fake-browser.ts'))
vi.mock('webextension-polyfill', () => ({ default: browser }))

const crm = new HubSpotDouble()
let url: string
beforeAll(async () => void (url = await crm.start()))
afterAll(() => crm.stop())

/** Another worker: nothing but storage and disk is left. */
async function restart() {
  vi.resetModules()
  const [work, answers, { openStore }, { record }, { openCrmCache }, { keepSecret, hasSecret }] = await Promise.all([
    import('../../../src/background/crm-work'),
    import('../../../src/background/crm-answers'),
    import('../../../src/store/open-store'),
    import('../../../src/store/journal'),
    import('../../../src/store/crm-cache'),
    import('../../../src/store/secrets'),
  ])
  const worker = await import('../../../src/features/crm/crm-worker')
  const ask = <Name extends keyof typeof answers.crmAnswers>(name: Name, asked?: unknown) => answers.crmAnswers[name].run(answers.crmAnswers[name].shape(asked), { page: true, tab: 1 })
  const seenAs = async (xId: string | undefined, ...handles: readonly string[]) => (await work.withMarks({ sightings: handles.map((handle) => ({ handle: handle as Handle, xId: xId as XId | undefined })) }, Promise.resolve({ cards: [] as readonly PersonCard[] }))).cards.map(({ key, mark }) => `${key} ${mark?.mark}`)
  const seen = (...handles: readonly string[]) => seenAs(undefined, ...handles)
  return { ...worker, ...(await import('../../../src/features/crm/asked-worker')), ...(await import('../../../src/features/crm/forget-person-worker')), ask, seen, seenAs, openStore, openCrmCache, record, keepSecret, hasSecret }
}

let worker: Awaited<ReturnType<typeof restart>>
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  for (const held of [browser.storage.local.held, browser.storage.session.held, crm.contacts, crm.notes, crm.tickets]) held.clear()
  Object.assign(world, { granted: true })
  world.announced.length = 0
  crm.faults.length = 0
  worker = await restart()
})
const connect = async (): Promise<void> => {
  await worker.keepSecret('crm', crm.token)
  expect(await worker.ask('crm/connect', hubspotAt(url))).toBeUndefined()
  await worker.takeTurn()
  crm.calls.length = 0
}
const told = (): readonly string[] => world.announced.flatMap(({ keys }) => keys)

describe('a connected CRM', () => {
  it('adds nothing to an answer and asks nobody while none is connected', async () => {
    expect(await worker.seen('ida')).toEqual([])
    expect(crm.calls).toEqual([])
  })

  it('answers from what is kept, asks behind the answer, tells the tabs, and asks no more while that is fresh', async () => {
    await connect()
    crm.add({ twitterhandle: 'ida', lifecyclestage: 'customer' })
    expect(await worker.seen('ida', 'stranger')).toEqual([])
    await vi.waitFor(() => expect(told()).toContain('ida'), { timeout: 10_000 })
    await vi.waitFor(async () => expect(await worker.seen('ida')).toEqual(['ida ◆ lifecycleCustomer']))
    crm.calls.length = 0
    expect(await worker.seen('ida', 'stranger')).toEqual(['ida ◆ lifecycleCustomer'])
    await worker.takeTurn()
    expect(crm.calls).toEqual([])
    // The stranger is remembered in memory, and never on the disk.
    expect(JSON.stringify([...browser.storage.session.held])).toContain('stranger')
    expect(JSON.stringify(await (await worker.openCrmCache()).getAll('people'))).not.toContain('stranger')
  })

  it.each(['slow', 'a minute'] as const)('lets no page wait for it: while no answer comes from there (%s), there is one here', async (fault) => {
    await connect()
    for (const handle of ['ida', 'bob']) crm.add({ twitterhandle: handle, lifecyclestage: 'customer' })
    await worker.seen('ida')
    await vi.waitFor(async () => expect(await worker.seen('ida')).toEqual(['ida ◆ lifecycleCustomer']), { timeout: 10_000 })
    crm.faults.push(...Array.from({ length: 30 }, () => fault))
    const late = new Promise((resolve) => { setTimeout(() => resolve('late'), 3_000) })
    for (let nth = 0; nth < 20; nth += 1) expect(await Promise.race([worker.seen('ida', 'bob', `stranger${nth}`), late])).toEqual(['ida ◆ lifecycleCustomer'])
    expect(crm.calls.length).toBeGreaterThan(0)
  })

  it('forgets beside it all about a person who is erased, what is remembered for look-ups too', async () => {
    await connect()
    crm.add({ twitterhandle: 'ida', lifecyclestage: 'customer' })
    await vi.waitFor(async () => expect(await worker.seen('ida', 'idas_old')).toHaveLength(1), { timeout: 10_000 })
    crm.faults.push(...Array.from({ length: 30 }, () => 'slow' as const))
    await worker.forgetPerson([{ id: 'person-ida' as PersonId, handles: ['ida', 'idas_old'] as HandleKey[] }])
    expect(JSON.stringify([...browser.storage.session.held])).not.toContain('ida')
    expect(await (await worker.openCrmCache()).getAll('people')).toEqual([])
    expect(await worker.seen('ida')).toEqual([])
  })

  it('says nothing of a contact with another X number: somebody else has the handle now', async () => {
    await worker.keepSecret('crm', crm.token)
    const at = hubspotAt(url)
    await worker.ask('crm/connect', { ...at, fields: { ...at.fields, id: 'x_number' } })
    crm.add({ twitterhandle: 'ida', lifecyclestage: 'customer', x_number: '42' })
    await worker.seen('ida')
    await vi.waitFor(async () => expect(await worker.seen('ida')).toHaveLength(1), { timeout: 10_000 })
    const contacts = async (xId?: string): Promise<number> => ((await worker.ask('crm/view', { subject: { handle: 'ida', xId }, reread: false })) as CrmView).contacts.length
    expect([await contacts(), await contacts('42'), await contacts('43')]).toEqual([1, 1, 0])
    expect(await worker.seenAs('43', 'ida')).toEqual([])
  })

  it('asks once more about somebody whose card was opened while they were being asked about: that answer may be older', async () => {
    await worker.askAnew(['ida', 'bob'] as HandleKey[], 1)
    expect(await worker.nextOnList(10)).toEqual(['ida', 'bob'])
    await worker.askAnew(['ida'] as HandleKey[], 2)
    await worker.strikeOff(['ida', 'bob'] as HandleKey[], ['ida'] as HandleKey[], 3)
    expect(await worker.nextOnList(10)).toEqual(['ida'])
    await worker.strikeOff(['ida'] as HandleKey[], [], 4)
    expect(await worker.nextOnList(10)).toEqual([])
  })

  it('goes on with whom it was asked about when the worker was killed in between', async () => {
    await connect()
    crm.add({ twitterhandle: 'ida', lifecyclestage: 'press' })
    crm.faults.push(...Array.from({ length: 30 }, () => 'slow' as const))
    await worker.seen('ida')
    await vi.waitFor(() => expect(JSON.stringify([...browser.storage.session.held])).toContain('ida'))
    crm.faults.length = 0
    worker = await restart()
    await worker.takeTurn()
    expect(await worker.seen('ida')).toEqual(['ida ✦ lifecyclePress'])
  })

  it('asks nothing any more once its token is refused, keeps what it has, and goes on with a new one', async () => {
    await connect()
    crm.add({ twitterhandle: 'ida', lifecyclestage: 'customer' })
    await worker.seen('ida')
    await vi.waitFor(async () => expect(await worker.seen('ida')).toHaveLength(1), { timeout: 10_000 })
    await worker.keepSecret('crm', 'SECRETTOKEN-revoked')
    worker = await restart()
    for (let seen = 0; seen < 20; seen += 1) await worker.seen(`other_${seen}`)
    await worker.takeTurn()
    const refused = crm.calls.length
    for (let seen = 20; seen < 60; seen += 1) await worker.seen(`other_${seen}`)
    await worker.takeTurn()
    expect(crm.calls.length).toBe(refused)
    expect(await worker.ask('crm/state')).toMatchObject({ trouble: { failure: 'unauthorised' }, people: 1 })
    expect(await worker.seen('ida')).toEqual(['ida ◆ lifecycleCustomer'])
    await worker.keepSecret('crm', crm.token)
    expect(await worker.ask('crm/check')).toBeUndefined()
    expect(await worker.ask('crm/state')).toMatchObject({ trouble: undefined })
  })

  it('says so when the browser took the access to its host away, and asks nothing', async () => {
    await connect()
    world.granted = false
    await worker.seen('ida')
    await worker.takeTurn()
    expect(crm.calls).toEqual([])
    expect(await worker.ask('crm/state')).toMatchObject({ trouble: { failure: 'not granted' } })
  })

  it('sends a note that was written, and shows on the card what stands in the way of one', async () => {
    await connect()
    const ida = crm.add({ twitterhandle: 'ida' })
    await worker.record(await worker.openStore(), { by: 'Mia', now: Date.now() + 1_000 }, () => Promise.resolve([met('ida'), noted('ida', '1', 'Prefers tea'), met('nobody'), noted('nobody', '2', 'Who?')]))
    await worker.takeTurn()
    await vi.waitFor(() => expect([...crm.notes.values()].map(({ properties, contacts }) => `${[...contacts].join()} ${fromHtml(properties['hs_note_body']!).split('\n')[0]}`)).toEqual([`${ida.id} Prefers tea`]), { timeout: 10_000 })
    const subject = { handle: 'nobody' as Handle }
    const view = (await worker.ask('crm/view', { subject, reread: false })) as CrmView
    expect(view.deliveries).toMatchObject([{ state: 'refused', failure: 'no contact' }])
    expect(await worker.ask('crm/state')).toMatchObject({ refused: 1, refusedOf: ['nobody'] })
    // Created from the card, linked at once, and what was refused goes out.
    await worker.ask('crm/create', { subject: { ...subject, name: 'No Body' }, email: '' })
    await worker.ask('crm/send', view.deliveries[0]!.change)
    await vi.waitFor(() => expect(crm.notes.size).toBe(2), { timeout: 10_000 })
    expect((await (await worker.openCrmCache()).get('links', 'nobody' as HandleKey))?.contact).toBe([...crm.contacts.values()].at(-1)!.id)
    await worker.ask('crm/unlink', subject)
    expect(await (await worker.openCrmCache()).count('links')).toBe(0)
  })

  it('shows a contact as soon as it is linked, and keeps what was linked where the new one is gone', async () => {
    await connect()
    const [subject, { id }] = [{ handle: 'ida' as Handle }, crm.add({ twitterhandle: '', firstname: 'Other' })]
    await worker.ask('crm/link', { subject, contact: id })
    await expect(worker.ask('crm/link', { subject, contact: '999' })).rejects.toThrow('toldNoContact')
    expect(await worker.ask('crm/view', { subject, reread: false })).toMatchObject({ linked: true, contacts: [{ id, name: 'Other', handle: 'ida' }] })
  })

  it('is gone without a trace when it is disconnected', async () => {
    await connect()
    crm.add({ twitterhandle: 'ida' })
    await worker.seen('ida')
    await worker.takeTurn()
    await worker.ask('crm/disconnect')
    expect((await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== 'regulars')).toEqual([])
    expect([...browser.storage.local.held.keys()]).not.toContain('crm')
    expect(await worker.hasSecret('crm')).toBe(false)
    expect(await worker.seen('ida')).toEqual([])
  })
})
