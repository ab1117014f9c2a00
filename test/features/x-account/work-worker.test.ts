import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { HandleKey } from '../../../src/domain/handle'
import { DOLLAR } from '../../../src/domain/x-prices'
import { eachMachine, type Machine, START } from './x-machine'

vi.mock('webextension-polyfill', async () => (await import('./played-browser')).playedBrowser)

const MINUTE = 60_000

let machine: Machine
eachMachine((started) => (machine = started))

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

  it('forgets what somebody posted once X says that they show it to their followers alone, and keeps that they did', async () => {
    const { double, connect, work, pass } = machine
    const [ana, ben] = [double.world.add('ana'), double.world.add('ben')]
    double.world.say(ana, '@brand my suitcase is gone', START - 2 * MINUTE)
    double.world.say(ben, '@brand my umbrella too', START - 2 * MINUTE)
    await connect('1000', { inbox: true })
    await work()
    ana.protected = true
    double.world.say(ana, '@brand found it', START)
    pass(5 * MINUTE)
    await work()
    const kept = JSON.stringify([await machine.store.getAll('contacts'), await machine.store.getAll('journal'), await machine.store.getAll('search')])
    expect(kept).not.toContain('suitcase')
    expect(kept).toContain('umbrella')
    expect((await machine.store.getFromIndex('people', 'key', 'ana' as HandleKey))?.contacts).toBe(2)
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
