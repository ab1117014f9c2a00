import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CrmConnection } from '../../src/domain/crm-connection'
import type { HandleKey } from '../../src/domain/handle'
import { partChange } from '../../src/domain/crm-change'
import type { CrmAdapter } from '../../src/remote/crm-adapter'
import { CrmProblem } from '../../src/remote/crm-problem'
import { makeAdapter } from '../../src/remote/make-adapter'

/** Somebody whom the CRM is to know. */
export interface Seeded {
  /** As it was typed there. */
  readonly handle: string
  readonly name: string
  readonly email?: string
  readonly stage?: string
  readonly vip?: boolean
}

/** One running CRM, and what happens in it without us. */
export interface CrmWorld {
  readonly connection: CrmConnection
  readonly secret: string
  /** It has tickets of its own. */
  readonly hasTickets?: boolean
  seed(people: readonly Seeded[]): Promise<void>
  addTicket(handle: string, subject: string): Promise<void>
  rename(handle: string, name: string): Promise<void>
  erase(handle: string): Promise<void>
  /** Changes words in every note that has them; absent where nobody can. */
  changeNotes?(from: string, to: string): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

const key = (handle: string): HandleKey => handle as HandleKey
const PEOPLE = 200
const bulk = Array.from({ length: PEOPLE }, (_person, at) => `bulk_${String(at).padStart(3, '0')}`)
const HOSTILE = ['<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', 'javascript:alert(1)', '${{7*7}}', "Robert'); DROP TABLE users;--"]

/** What every adapter does alike. `enter` gives a world, or the reason why there is none here. */
export function describeAdapter(name: string, enter: () => Promise<CrmWorld | string>): void {
  describe(name, () => {
    let world: CrmWorld
    let adapter: CrmAdapter
    let missing: string | undefined
    beforeAll(async () => {
      const entered = await enter()
      if (typeof entered === 'string') {
        missing = entered
        console.warn(`${name} is left out: ${entered}`)
        return
      }
      world = entered
      adapter = makeAdapter(world.connection, world.secret)
      await world.seed([
        { handle: '@IdaPlane', name: 'Ida Plane', email: 'ida@example.org', stage: 'Customer', vip: true },
        { handle: 'bobsea', name: 'Bob Sea', email: 'bob@example.org', stage: 'lost' },
        ...HOSTILE.map((words, at) => ({ handle: `hostile_${at}`, name: words })),
      ])
      await world.seed(bulk.map((handle) => ({ handle, name: handle })))
    }, 400_000)
    afterAll(() => missing === undefined && world.remove(), 60_000)
    const test = (sentence: string, run: () => Promise<void>): void => {
      it(sentence, { timeout: 120_000 }, async ({ skip }) => (missing === undefined ? run() : skip(missing)))
    }

    test('says that the connection works, and that a wrong secret does not', async () => {
      await expect(adapter.check()).resolves.toBeUndefined()
      const problem = await makeAdapter(world.connection, 'SECRETTOKEN-wrong').check().catch((error: unknown) => error)
      expect(problem).toMatchObject({ failure: 'unauthorised' })
      expect(String(problem)).not.toContain('SECRETTOKEN')
    })

    test('says which field is missing', async () => {
      const other = { ...world.connection, fields: { ...world.connection.fields, handle: 'no_such_field' } }
      expect(await makeAdapter(other, world.secret).check().catch((error: unknown) => error)).toBeInstanceOf(CrmProblem)
    })

    test('finds people by their handles however these were typed, and nobody else', async () => {
      const found = await adapter.find([key('idaplane'), key('bobsea'), key('nobody_here')])
      const by = new Map(found.map((contact) => [contact.handle, contact]))
      expect([...by.keys()].sort()).toEqual(['bobsea', 'idaplane'])
      expect(by.get(key('idaplane'))).toMatchObject({ name: 'Ida Plane', email: 'ida@example.org', lifecycle: 'customer', vip: true })
      expect(by.get(key('bobsea'))).toMatchObject({ lifecycle: 'former', vip: false })
    })

    test('finds 200 handles in two questions', async () => {
      const found = [...(await adapter.find(bulk.slice(0, 100).map(key))), ...(await adapter.find(bulk.slice(100).map(key)))]
      expect(found.map(({ handle }) => handle).sort()).toEqual(bulk)
    })

    test('gives hostile words as they are, as text', async () => {
      const found = await adapter.find(HOSTILE.map((_words, at) => key(`hostile_${at}`)))
      expect(found.map(({ name }) => name).sort()).toEqual(HOSTILE.toSorted())
    })

    test('writes a note, knows it again by the change id, and reads it with its words apart', async () => {
      const [ida] = await adapter.find([key('idaplane')])
      const note = { change: '0mlzvuf5s-0000-suiteorigin', text: 'Prefers the aisle <b>&amp; tea</b>\nsecond line', at: Date.now() }
      expect(await adapter.findNote(ida!, note.change)).toBeUndefined()
      expect(await adapter.writeNote(ida!, note)).toMatch(/./)
      expect(await adapter.findNote(ida!, note.change)).toMatch(/./)
      const entries = await adapter.read([ida!.id])
      expect(entries.filter(({ kind }) => kind === 'note').map(({ text }) => partChange(text))).toEqual([{ text: note.text, change: note.change }])
    })

    test('puts other words in the place of a note of ours, where it lets notes be changed', async () => {
      if (!adapter.editNote) return
      const [bob] = await adapter.find([key('bobsea')])
      const note = { change: '0mlzvuf5s-0000-suitebefore', text: 'Has a boat', at: Date.now() }
      const id = await adapter.writeNote(bob!, note)
      await adapter.editNote(id, { ...note, change: '0mlzvuf5s-0001-suiteafter', text: 'Has two boats' })
      expect(await adapter.findNote(bob!, note.change)).toBeUndefined()
      expect(await adapter.findNote(bob!, '0mlzvuf5s-0001-suiteafter')).toBe(id)
      expect((await adapter.read([bob!.id])).filter(({ kind }) => kind === 'note').map(({ text }) => partChange(text).text)).toEqual(['Has two boats'])
    })

    test('shows what somebody changed there in a note of ours, and knows it still', async () => {
      if (!world.changeNotes) return
      const [bob] = await adapter.find([key('bobsea')])
      const note = { change: '0mlzvuf5s-0002-suitechanged', text: 'Owns a dinghy', at: Date.now() }
      await adapter.writeNote(bob!, note)
      await world.changeNotes('dinghy', 'ferry')
      expect((await adapter.read([bob!.id])).map(({ text }) => partChange(text))).toContainEqual({ text: 'Owns a ferry', change: note.change })
      expect(await adapter.findNote(bob!, note.change)).toMatch(/./)
    })

    test('reads the notes and tickets of several people at once, each with its person', async () => {
      if (world.hasTickets === false) return
      await world.addTicket('@IdaPlane', 'Where is my parcel')
      await world.addTicket('bobsea', 'The boat leaks')
      const people = await adapter.find([key('idaplane'), key('bobsea')])
      const entries = await adapter.read(people.map(({ id }) => id))
      const tickets = entries.filter(({ kind, text }) => kind === 'ticket' && !text.startsWith('Notes on'))
      const handleOf = (id: string): string | undefined => people.find((person) => person.id === id)?.handle
      expect(tickets.map(({ contact, text }) => `${handleOf(contact)}: ${text}`).sort()).toEqual(['bobsea: The boat leaks', 'idaplane: Where is my parcel'])
      expect(tickets.every(({ at, state }) => at > Date.UTC(2020, 0) && state !== '')).toBe(true)
    })

    test('tells what changed since', async () => {
      if (!adapter.can.tellsChanges) return
      const drain = async (from: string | undefined): Promise<{ readonly names: ReadonlyMap<string, string>; readonly cursor: string | undefined }> => {
        const names = new Map<string, string>()
        let cursor = from
        for (let more = true; more; ) {
          const page = await adapter.changes(cursor)
          for (const { handle, name } of page.contacts) names.set(handle, name)
          ;({ more, cursor } = page)
        }
        return { names, cursor }
      }
      const first = await drain(undefined)
      expect(first.names.size).toBeGreaterThanOrEqual(PEOPLE + 2)
      await world.rename('bobsea', 'Robert Sea')
      await expect.poll(async () => (await drain(first.cursor)).names.get('bobsea'), { timeout: 20_000 }).toBe('Robert Sea')
    })

    test('creates a contact, which is then found, and proposes those that may be the same', async () => {
      const made = await adapter.create({ handle: key('newcomer'), name: 'New Comer', email: 'new@example.org' })
      await expect.poll(async () => (await adapter.find([key('newcomer')])).map(({ id }) => id), { timeout: 20_000 }).toEqual([made.id])
      const alike = await adapter.alike({ handle: key('other'), name: 'Ida Plane', email: 'new@example.org' })
      expect(alike.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['Ida Plane', 'New Comer']))
    })

    test('finds nobody who was erased there', async () => {
      await world.seed([{ handle: 'gone_soon', name: 'Gone Soon' }])
      await expect.poll(async () => (await adapter.find([key('gone_soon')])).length, { timeout: 20_000 }).toBe(1)
      const [gone] = await adapter.find([key('gone_soon')])
      expect((await adapter.get([gone!.id])).map(({ name }) => name)).toEqual(['Gone Soon'])
      await world.erase('gone_soon')
      await expect.poll(async () => (await adapter.get([gone!.id])).length, { timeout: 20_000 }).toBe(0)
      await expect.poll(async () => (await adapter.find([key('gone_soon')])).length, { timeout: 20_000 }).toBe(0)
    })

    test('says that nobody answers while the server is down, and goes on when it is back', async () => {
      await world.stop()
      const impatient = makeAdapter(world.connection, world.secret, { time: { now: () => Date.now(), wait: () => Promise.resolve() } })
      expect(await impatient.find([key('idaplane')]).catch((error: unknown) => error)).toMatchObject({ failure: 'unreachable' })
      await world.start()
      expect(await impatient.find([key('idaplane')])).toHaveLength(1)
    })
  })
}
