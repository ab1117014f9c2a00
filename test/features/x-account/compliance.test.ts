import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { HandleKey } from '../../../src/domain/handle'
import { FRESH_BACK_FILL } from '../../../src/features/x-account/connection'
import type { WorldAccount } from '../../x-api/world'
import { eachMachine, type Machine, START } from './x-machine'

vi.mock('webextension-polyfill', async () => (await import('./played-browser')).playedBrowser)

const MINUTE = 60_000
const DAY = 86_400_000

let machine: Machine
eachMachine((started) => (machine = started))

const waiting = async () => (await machine.store.getAll('mentions')).map(({ text }) => text)

describe('words that are not for everybody any more', () => {
  it('are forgotten once X says that their writer is protected, suspended or gone, and those of a protected account are not taken in', async () => {
    const { double, connect, work, pass } = machine
    const [ana, ben, cleo] = ['ana', 'ben', 'cleo'].map((name) => double.world.add(name)) as [WorldAccount, WorldAccount, WorldAccount]
    for (const one of [ana, ben, cleo]) double.world.say(one, `@brand I am ${one.username}`, START - MINUTE)
    double.world.say(double.world.named('brand')!, 'hello to you', START, { answers: double.world.posts[0]!.id })
    await connect('1000', { backFill: FRESH_BACK_FILL })
    await work()
    const words = async () => (await machine.store.getAll('contacts')).map(({ fields }) => String(fields['text']?.[0]))
    expect((await words()).toSorted()).toEqual(['@brand I am ana', '@brand I am ben', '@brand I am cleo', 'hello to you'])
    ana.protected = true
    ben.suspended = true
    await connect('1000', { enrich: true, inbox: true })
    pass(31 * DAY)
    const late = double.world.say(ana, '@brand I am hidden', START + 31 * DAY)
    await work()
    expect((await words()).toSorted()).toEqual(['', '', '', '@brand I am cleo', 'hello to you'])
    expect(JSON.stringify(await machine.store.getAll('journal'))).not.toMatch(/I am (ana|ben|hidden)/)
    expect((await machine.store.getAll('mentions')).map(({ id, text }) => [id, text])).toContainEqual([late.id, ''])
  })
})

describe('what is gone at X', () => {
  it('is gone here within a day: from the inbox, and its words from the history and the journal; a gap in one list alone is no proof', async () => {
    const { double, connect, work, pass } = machine
    const ana = double.world.add('ana')
    const posts = ['stays', 'SECRET one', 'SECRET two'].map((words, nth) => double.world.say(ana, `@brand ${words}`, START - (9 - nth) * MINUTE))
    await connect('1000', { inbox: true })
    await work()
    posts[1]!.gone = true
    pass(6 * MINUTE)
    await work()
    expect(await waiting()).toEqual(['@brand stays', '@brand SECRET two'])
    posts[2]!.gone = true
    for (let hours = 0; hours < 24; hours += 1) {
      pass(60 * MINUTE)
      await work()
    }
    expect(await waiting()).toEqual(['@brand stays'])
    const everything = await Promise.all([...machine.store.objectStoreNames].map((name) => machine.store.getAll(name)))
    expect(JSON.stringify(everything)).not.toContain('SECRET')
    expect((await machine.store.getFromIndex('people', 'key', 'ana' as HandleKey))?.contacts).toBe(3)
    expect(double.calls.filter(({ operation }) => operation === 'posts')).toHaveLength(2)
    double.world.post(posts[0]!.id)!.hidden = true
    pass(DAY)
    await work()
    expect(await waiting()).toEqual(['@brand stays'])
  })
})
