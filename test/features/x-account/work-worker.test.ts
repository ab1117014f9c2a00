import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HandleKey, XId } from '../../../src/domain/handle'
import { DOLLAR, PRICES } from '../../../src/domain/x-prices'
import { spentIn } from '../../../src/features/x-account/budget'
import { FRESH_BACK_FILL } from '../../../src/features/x-account/connection'
import { type Machine, START, startMachine } from './x-machine'

const area: { [key: string]: unknown } = {}
const storage = { get: (key: string) => Promise.resolve({ [key]: area[key] }), set: (held: object) => Promise.resolve(void Object.assign(area, held)) }
vi.mock('webextension-polyfill', () => ({ default: { storage: { session: storage, local: storage }, tabs: { query: () => Promise.resolve([]) }, runtime: { sendMessage: () => Promise.resolve() } } }))

const MINUTE = 60_000
const DAY = 86_400_000
/** A tenth of what the issue asks for; all of it in the long run. */
const MANY = process.env.REGULARS_LONG ? 10_000 : 1_000

let machine: Machine
beforeEach(async () => {
  for (const key of Object.keys(area)) delete area[key]
  machine = await startMachine()
  machine.double.world.add('brand')
})
afterEach(async () => {
  await machine.server.close()
  expect(machine.double.violations).toEqual([])
})

const held = () => machine.store.get('xAccounts', '1000' as XId)
const spent = async () => spentIn(await machine.store.getAll('xSpending'))
const waiting = async () => (await machine.store.getAll('mentions')).map(({ text }) => text)

describe('the inbox', () => {
  it('takes mentions in once, never what is passed on or our own, and tells only of those that came since', async () => {
    const { double, connect, work, pass, told } = machine
    const ana = double.world.add('ana')
    const brand = double.world.named('brand')!
    double.world.say(ana, '@brand hello', START - MINUTE)
    double.world.say(ana, 'RT @brand: news', START - MINUTE)
    double.world.say(brand, 'we are @brand', START - MINUTE)
    await connect('1000', { inbox: true })
    await work()
    expect([await waiting(), told]).toEqual([['@brand hello'], []])
    double.world.say(ana, '@brand again', START)
    await work()
    expect(await waiting()).toHaveLength(1)
    pass(5 * MINUTE)
    await work()
    await work()
    expect([await waiting(), told.map(({ text }) => text)]).toEqual([['@brand hello', '@brand again'], ['@brand again']])
    expect(await machine.store.count('contacts')).toBe(2)
    expect((await machine.store.getFromIndex('people', 'key', 'ana' as HandleKey))?.contacts).toBe(2)
  })

  it('lets answered ones leave when X tells of our reply', async () => {
    const { double, connect, work, pass } = machine
    const ana = double.world.add('ana')
    const one = double.world.say(ana, '@brand where is it?', START - 2 * MINUTE)
    double.world.say(ana, '@brand another thing', START - MINUTE)
    await connect('1000', { inbox: true })
    await work()
    double.world.say(double.world.named('brand')!, '@ana on its way', START, { answers: one.id, conversation: one.id })
    pass(15 * MINUTE)
    await work()
    expect(await waiting()).toEqual(['@brand another thing'])
    const contacts = await machine.store.getAll('contacts')
    expect(contacts.map(({ fields }) => String(fields['direction']?.[0])).toSorted((one, other) => (one < other ? -1 : 1))).toEqual(['ours', 'theirs', 'theirs'])
  })

  it('slows to a quarter beyond the soft cap', async () => {
    const { double, connect, work, pass } = machine
    await connect('1000', { inbox: true })
    const caps = { month: DOLLAR, slowFrom: 0 }
    await work({ caps })
    pass(6 * MINUTE)
    await work({ caps })
    expect(double.calls).toHaveLength(1)
    pass(14 * MINUTE)
    await work({ caps })
    expect(double.calls).toHaveLength(2)
  })
})

describe('fetching from before', () => {
  it(`brings ${MANY} mentions and our replies in as few calls as there can be, each once, joined with what the page showed`, async () => {
    const { double, connect, work } = machine
    const authors = Array.from({ length: MANY / 10 }, (_, nth) => double.world.add(`user${nth}`))
    const brand = double.world.named('brand')!
    for (let nth = 0; nth < MANY; nth += 1) {
      const post = double.world.say(authors[nth % authors.length]!, `@brand question ${nth}`, START - DAY - nth * MINUTE)
      if (nth % 10 === 0) double.world.say(brand, `answer ${nth}`, START - DAY - nth * MINUTE + 1000, { answers: post.id, conversation: post.id })
    }
    await connect('1000', { backFill: FRESH_BACK_FILL })
    const from = performance.now()
    await work()
    const took = performance.now() - from
    expect(await machine.store.count('contacts')).toBe(MANY + MANY / 10)
    expect(await machine.store.count('people')).toBe(authors.length)
    const least = Math.ceil(MANY / 100) + Math.ceil(MANY / 10 / 100)
    expect(double.calls.length).toBeLessThanOrEqual(least * 1.05)
    expect((await held())?.backFill).toEqual({ stage: 'done', running: false, until: undefined, posts: MANY + MANY / 10, calls: least })
    expect(await spent()).toBe(MANY * PRICES.mentions + (MANY / 10) * PRICES['own posts'])
    if (process.env.REGULARS_LONG) console.log(`${MANY} mentions in ${Math.round(took)} ms`)
  }, 200_000)

  it('loses no post, has none twice and passes no budget, wherever fifty stopped workers were stopped', async () => {
    const { double, connect, work, working, pass } = machine
    const ana = double.world.add('ana')
    for (let nth = 0; nth < 600; nth += 1) double.world.say(ana, `@brand ${nth}`, START - DAY - nth * MINUTE)
    await connect('1000', { backFill: FRESH_BACK_FILL, inbox: true })
    // The least money that is sure to suffice for all that was cut off: what a stopped worker laid aside stays spent.
    const caps = { month: 9 * DOLLAR, slowFrom: 9 * DOLLAR }
    for (let kill = 0, seed = 7; kill < 50; kill += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      // Each call has six places at which the worker can be stopped: most lives end within one, so that every place comes to its turn.
      let left = (seed >>> 16) % 8
      const never = new Promise<never>(() => undefined)
      let stopped = (): void => undefined
      const end = new Promise<void>((resolve) => void (stopped = resolve))
      const step = async <Value>(run: () => Promise<Value>): Promise<Value> => {
        if ((left -= 1) < 0) return stopped(), never
        const value = await run()
        return (left -= 1) < 0 ? (stopped(), never) : value
      }
      const { fetch } = working.transport
      await Promise.race([
        end,
        work({
          caps,
          alive: () => step(() => Promise.resolve()),
          transport: { ...working.transport, fetch: (input, init) => step(() => fetch(input, init)) },
          ledger: { ...working.ledger, posts: (seen, wanted) => step(() => working.ledger.posts(seen, wanted)) },
        }),
      ])
      expect(await spent()).toBeLessThanOrEqual(caps.month)
      pass(1.5 * MINUTE)
    }
    pass(DAY)
    await work({ caps: { month: 100 * DOLLAR, slowFrom: 100 * DOLLAR } })
    expect((await held())?.backFill?.stage).toBe('done')
    expect(await machine.store.count('contacts')).toBe(600)
    expect((await machine.store.getFromIndex('people', 'key', 'ana' as HandleKey))?.contacts).toBe(600)
    const paid = double.calls.reduce((sum, { operation, status }) => sum + (status === 200 ? (operation === 'mentions' ? PRICES.mentions : 0) : 0), 0)
    expect(paid).toBeLessThanOrEqual(await spent())
  })

  it('stops before the cap of the month and goes on in the next', async () => {
    const { double, connect, work, pass } = machine
    const ana = double.world.add('ana')
    for (let nth = 0; nth < 450; nth += 1) double.world.say(ana, `@brand ${nth}`, START - DAY - nth * MINUTE)
    await connect('1000', { backFill: FRESH_BACK_FILL })
    const caps = { month: 250_000, slowFrom: 250_000 }
    await work({ caps })
    expect([await spent(), double.calls.length]).toEqual([200_000, 2])
    expect((await held())?.trouble).toContain('budget')
    pass(2 * 3_600_000)
    await work({ caps })
    expect(double.calls).toHaveLength(2)
    pass(12 * DAY)
    await work({ caps: { month: 1_000_000, slowFrom: 1_000_000 } })
    expect(await machine.store.count('contacts')).toBe(450)
  })
})
