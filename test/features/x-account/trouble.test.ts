import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { HandleKey, XId } from '../../../src/domain/handle'
import { storedFactsIn } from '../../../src/domain/stored-facts'
import { FRESH_BACK_FILL } from '../../../src/features/x-account/connection'
import { eachMachine, type Machine, START } from './x-machine'
import { inEnglish } from '../../in-english'

vi.mock('webextension-polyfill', async () => (await import('./played-browser')).playedBrowser)

const MINUTE = 60_000
const DAY = 86_400_000

let machine: Machine
eachMachine((started) => (machine = started))

const held = () => machine.store.get('xAccounts', '1000' as XId)
const waiting = async () => (await machine.store.getAll('mentions')).map(({ text }) => text)

describe('keeping people up to date', () => {
  it('asks for a hundred at once, notes numbers, names, a rename, and who is gone, and asks nothing twice', async () => {
    const { double, connect, work, pass } = machine
    const { record } = await import('../../../src/store/journal')
    const people = Array.from({ length: 150 }, (_, nth) => double.world.add(`user${nth}`, { followers: 5000 + nth }))
    await record(machine.store, { by: '', now: START }, () =>
      Promise.resolve([
        ...people.map(({ id, username }, nth) => ({ kind: 'person/met', person: `p${nth}`, handle: username, ...(nth < 120 && { xId: id }) }) as never),
        { kind: 'person/met', person: 'x', handle: 'nobody' } as never,
      ]),
    )
    people[3]!.username = 'renamed3'
    people[4]!.suspended = true
    await connect('1000', { enrich: true })
    await work()
    expect(double.calls.map(({ operation, query }) => [operation, (query['ids'] ?? query['usernames'] ?? '').split(',').length])).toEqual([['usersByIds', 100], ['usersByIds', 20], ['usersByHandles', 31]])
    const row = async (key: string) => machine.store.getFromIndex('people', 'key', key as HandleKey)
    expect((await row('renamed3'))?.id).toBe('p3')
    const facts = async (key: string) => storedFactsIn((await row(key))?.fields ?? {})
    expect(await facts('user7')).toMatchObject({ facts: { followers: 5007, name: 'Name of user7', source: 'interface' }, score: expect.any(Number) })
    expect((await facts('user4'))?.facts.gone).toBe('suspended')
    expect((await row('user140'))?.xId).toBe(people[140]!.id)
    expect((await machine.store.getAll('xUnknown')).map(({ key, why }) => [key, why])).toEqual([['nobody', 'unknown'], ['user4', 'suspended']])
    pass(2 * DAY)
    await work()
    expect(double.calls).toHaveLength(3)
  })
})

describe('listening', () => {
  it('asks for what is on, since what was heard last, seldomer than for mentions, and leaves strangers in the memory of the session alone', async () => {
    const { double, connect, work, pass } = machine
    const ana = double.world.add('stranger')
    double.world.say(ana, 'I love northwind air', START - MINUTE)
    double.world.say(ana, 'RT @x: northwind air', START - MINUTE)
    await connect('1000')
    const searches = [{ id: 's1', name: 'us', any: ['northwind air'], none: [], lang: '', on: true }, { id: 's2', name: 'off', any: ['rain'], none: [], lang: '', on: false }]
    await work({ searches })
    pass(5 * MINUTE)
    await work({ searches })
    double.world.say(ana, 'northwind air again', START + 6 * MINUTE)
    pass(11 * MINUTE)
    await work({ searches })
    expect(double.calls.map(({ operation, query }) => [operation, query['query'], query['since_id'] !== undefined])).toEqual([
      ['search', '"northwind air" -from:brand -is:retweet', false],
      ['search', '"northwind air" -from:brand -is:retweet', true],
    ])
    const { default: browser } = await import('webextension-polyfill')
    expect(((await browser.storage.local.get('heard s1'))['heard s1'] as { posts: { text: string }[] }).posts.map(({ text }) => text)).toEqual(['northwind air again', 'I love northwind air'])
    const everything = await Promise.all([...machine.store.objectStoreNames].map((name) => machine.store.getAll(name)))
    expect(JSON.stringify(everything)).not.toContain('stranger')
  })
})

describe('trouble', () => {
  it('waits for the moment that X names, also in the life of another worker, and then goes on', async () => {
    const { double, connect, work, pass } = machine
    double.world.say(double.world.add('ana'), '@brand hi', START - MINUTE)
    double.faults.set('mentions', [{ status: 429, headers: { 'x-rate-limit-reset': String(START / 1000 + 900) } }])
    await connect('1000', { inbox: true })
    await work()
    pass(14 * MINUTE)
    await work()
    expect(double.calls).toHaveLength(1)
    pass(2 * MINUTE)
    await work()
    expect(await waiting()).toEqual(['@brand hi'])
    expect((await held())?.trouble).toBeUndefined()
  })

  it.each([{ status: 503, body: '<html>' }, { status: 500 }, 'drop', 'cut', { status: 200, body: '{"da' }] as const)('tries again after %j', async (fault) => {
    const { double, connect, work } = machine
    double.world.say(double.world.add('ana'), '@brand hi', START - MINUTE)
    double.faults.set('mentions', [fault, fault])
    await connect('1000', { inbox: true })
    await work()
    expect(await waiting()).toEqual(['@brand hi'])
  })

  it('makes no call of a kind of which X said that none is left, and goes on when X counts anew', async () => {
    const { double, connect, work, pass } = machine
    double.world.crowd(250, 'brand', START - DAY)
    await connect('1000', { backFill: FRESH_BACK_FILL })
    double.left.push(1, 0)
    await work()
    expect([double.calls.length, (await held())?.notBefore]).toEqual([2, expect.any(Number)])
    expect(Math.abs(((await held())?.notBefore ?? 0) - START - 15 * MINUTE)).toBeLessThan(2_000)
    pass(14 * MINUTE)
    await work()
    expect(double.calls).toHaveLength(2)
    pass(2 * MINUTE)
    await work()
    expect(double.calls.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await machine.store.count('contacts')).toBe(250)
  })

  it('exchanges a token that ended in the middle of paging, once for all who ask', async () => {
    const { double, connect, work, working, keepGrant } = machine
    const { makeXLogin } = await import('../../../src/remote/x-api')
    const { challenge, codeIn } = await import('../../../src/remote/x-oauth')
    double.world.crowd(250, 'brand', START - DAY)
    await connect('1000', { kind: 'user', clientId: 'client-1', backFill: FRESH_BACK_FILL })
    const asked = await challenge('client-1', 'https://a.example/')
    const back = double.agree(double.world.named('brand')!, new URL(asked.link))
    await keepGrant('1000' as XId, await makeXLogin('client-1', working.transport).redeem(codeIn(back.href, asked), asked.verifier, 'https://a.example/'))
    let calls = 0
    await work({ alive: async () => void ((calls += 1) === 2 && double.expireAll()) })
    expect((await held())?.backFill?.stage).toBe('done')
    expect(await machine.store.count('contacts')).toBe(250)
    expect(double.calls.filter(({ operation }) => operation === 'token')).toHaveLength(2)
    const { callX } = await import('../../../src/features/x-account/tokens-worker')
    double.expireAll()
    await Promise.all([1, 2, 3].map(async () => callX((await held())!, working, (api) => api.me())))
    expect(double.calls.filter(({ operation }) => operation === 'token')).toHaveLength(3)
  })

  it('asks no more once X takes the access no longer, and says so without a word of the token', async () => {
    const { double, connect, work, pass } = machine
    await connect('1000', { inbox: true })
    double.faults.set('mentions', [{ status: 401, body: '{"title":"Unauthorized"}' }, { status: 401 }])
    await work()
    pass(DAY)
    await work()
    expect(double.calls).toHaveLength(1)
    expect(await held()).toMatchObject({ refused: true })
    expect(inEnglish((await held())?.trouble).message).toContain('Connect the account again')
    const everything = await Promise.all([...machine.store.objectStoreNames].map((name) => machine.store.getAll(name)))
    expect(JSON.stringify(everything)).not.toContain('SECRETTOKEN')
  })
})
