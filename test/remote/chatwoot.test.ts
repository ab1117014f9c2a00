import { afterEach, expect } from 'vitest'
import { type CrmWorld, describeAdapter } from './adapter-suite'
import { ChatwootDouble } from './servers/chatwoot'

const double = new ChatwootDouble()

describeAdapter('Chatwoot, by a double that is checked both ways', async (): Promise<CrmWorld> => {
  const base = await double.start()
  const contact = (handle: string) => [...double.contacts.values()].find(({ custom_attributes }) => custom_attributes['twitter_handle'] === handle)!
  return {
    connection: { kind: 'chatwoot', url: base, user: '', place: '7/3', fields: { handle: 'twitter_handle', id: '', owner: '', tags: '', lifecycle: 'stage', vip: 'vip' }, writes: 'always', since: 0 },
    secret: double.token,
    hasTickets: false,
    seed: async (people) => {
      for (const { handle, name, email, stage, vip } of people) double.add(name, email, { twitter_handle: handle, ...(stage && { stage }), ...(vip && { vip: 'true' }) })
    },
    addTicket: () => Promise.resolve(),
    rename: async (handle, name) => void (contact(handle).name = name),
    erase: async (handle) => void double.contacts.delete(contact(handle).id),
    changeNotes: async (from, to) => {
      for (const note of [...double.notes.values()].flat()) Object.assign(note, { content: note.content.replace(from, to) })
    },
    stop: () => double.stop(),
    start: async () => void (await double.start(Number(new URL(base).port))),
    remove: () => double.stop(),
  }
})

afterEach(() => expect(double.violations).toEqual([]))
