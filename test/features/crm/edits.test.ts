import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import { partChange } from '../../../src/domain/crm-change'
import { chosen } from '../../../src/features/crm/delivery'
import { fromHtml } from '../../../src/remote/html-text'
import { fakeTime } from '../../remote/fake-time'
import { HubSpotDouble } from '../../remote/servers/hubspot'
import { freshProfile, hubspotAt, met, noted, noteId, restart } from './hub'

const NOW = Date.UTC(2026, 10, 24)
const crm = new HubSpotDouble()
let url: string
let profile: Awaited<ReturnType<typeof freshProfile>>
let time: ReturnType<typeof fakeTime>

beforeAll(async () => void (url = await crm.start()))
afterAll(() => crm.stop())
beforeEach(async () => {
  for (const table of [crm.contacts, crm.notes]) table.clear()
  time = fakeTime(NOW)
  profile = await freshProfile()
})
afterEach(() => expect(crm.violations).toEqual([]))

const deliver = () => profile.deliver({ store: profile.store, cache: profile.cache, adapter: profile.makeAdapter(hubspotAt(url), crm.token, { time, chance: () => 0.5, patience: 5_000 }), time, chance: () => 0.5 })
const bodies = (): readonly string[] => [...crm.notes.values()].map(({ properties }) => partChange(fromHtml(properties['hs_note_body'] ?? '')).text)
const arrived = (): readonly string[] => bodies().map((text) => text.split('\n')[0] ?? '')
const states = async (): Promise<readonly string[]> => (await profile.cache.getAll('deliveries')).map(({ state }) => state)

describe('an edit of a note that is in the CRM', () => {
  it('is put in the place of what arrived, where nobody changed that, once', async () => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', 'First <b>'))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await deliver()
    for (const [at, text] of ['Second', 'Third'].entries()) {
      await profile.write(NOW + 2 + at, { kind: 'note/edited', person: 'person-ida' as PersonId, note: noteId('1'), text })
      await profile.collect(profile.store, profile.cache, 'always', NOW)
      crm.faults.push('drop')
      await deliver()
      time.pass(3_600_000)
      profile = await restart()
      await deliver()
    }
    expect(arrived()).toEqual(['Third'])
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })

  /** Our note is there; they make something of it there, and we something else here. */
  const bothEdit = async (first: string, theirs: readonly [string, string], ours: string): Promise<void> => {
    crm.add({ twitterhandle: 'ida' })
    await profile.write(NOW + 1, met('ida'), noted('ida', '1', first))
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await deliver()
    changeThere(...theirs)
    await profile.write(NOW + 2, { kind: 'note/edited', person: 'person-ida' as PersonId, note: noteId('1'), text: ours })
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await deliver()
  }
  const changeThere = (from: string | RegExp, to: string): void => {
    for (const { properties } of crm.notes.values()) properties['hs_note_body'] = properties['hs_note_body']!.replace(from, to)
  }
  const choose = async (way: 'replace' | 'beside'): Promise<void> => {
    const held = (await profile.cache.getAll('deliveries')).at(-1)!
    await profile.cache.put('deliveries', chosen(held, way))
    await deliver()
  }

  it('writes nothing over where the same place of a note was changed there: both are shown, until somebody lets ours come as a note of its own', async () => {
    await bothEdit('First', ['First', 'Theirs'], 'First, better')
    expect(arrived()).toEqual(['Theirs'])
    expect((await profile.cache.getAll('deliveries')).at(-1)).toMatchObject({ state: 'refused', failure: 'changed there', text: 'First, better', there: 'Theirs\n\n— Mia' })
    await choose('beside')
    expect(arrived()).toEqual(['Theirs', 'First, better'])
    expect(await states()).toEqual(['sent', 'sent'])
  })

  it('puts ours in its place where somebody chose that, but over nothing that was not shown', async () => {
    await bothEdit('First', ['First', 'Theirs'], 'First, better')
    changeThere('Theirs', 'Theirs, newer')
    await choose('replace')
    expect(arrived()).toEqual(['Theirs, newer'])
    expect((await profile.cache.getAll('deliveries')).at(-1)).toMatchObject({ state: 'refused', there: 'Theirs, newer\n\n— Mia' })
    await choose('replace')
    expect(arrived()).toEqual(['First, better'])
    expect(await states()).toEqual(['sent', 'sent'])
  })

  it('merges line by line what was changed in other places, also what somebody wrote behind our mark, and carries it on', async () => {
    await bothEdit('Tea\nAisle\nCalls at nine', ['Tea', 'Green tea'], 'Tea\nAisle\nCalls at ten')
    expect(bodies()).toEqual(['Green tea\nAisle\nCalls at ten\n\n— Mia'])
    changeThere(/$/, '<br>Has a dog')
    await profile.write(NOW + 3, { kind: 'note/edited', person: 'person-ida' as PersonId, note: noteId('1'), text: 'Tea\nAisle\nCalls at noon' })
    await profile.collect(profile.store, profile.cache, 'always', NOW)
    await deliver()
    expect(bodies()).toEqual(['Green tea\nAisle\nCalls at noon\n\n— Mia\n\nHas a dog'])
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
  })
})
