import { afterEach, expect, it } from 'vitest'
import { type CrmWorld, describeAdapter } from './adapter-suite'
import { HubSpotDouble } from './servers/hubspot'
import { fromHtml, toHtml } from '../../src/remote/html-text'
import fc from 'fast-check'

const double = new HubSpotDouble()

describeAdapter('HubSpot, by a double that is checked both ways', async (): Promise<CrmWorld> => {
  let base = await double.start()
  const idOf = (handle: string): string => [...double.contacts.values()].find(({ properties }) => properties['twitterhandle'] === handle)!.id
  return {
    connection: { kind: 'hubspot', url: base, user: '', place: '123', fields: { handle: 'twitterhandle', id: '', owner: '', tags: '', lifecycle: 'lifecyclestage', vip: 'vip' }, writes: 'always', since: 0 },
    secret: double.token,
    seed: async (people) => {
      for (const { handle, name, email, stage = '', vip } of people) {
        const [firstname = '', ...rest] = name.split(' ')
        double.add({ twitterhandle: handle, firstname, lastname: rest.join(' '), lifecyclestage: stage, ...(email && { email }), ...(vip && { vip: 'true' }) })
      }
    },
    addTicket: async (handle, subject) => double.addTicket(idOf(handle), { subject, hs_pipeline_stage: 'new' }),
    rename: async (handle, name) => {
      const [firstname = '', lastname = ''] = name.split(' ')
      const stored = double.contacts.get(idOf(handle))!
      stored.properties = { ...stored.properties, firstname, lastname }
      stored.updatedAt = Date.now()
    },
    erase: async (handle) => void double.contacts.delete(idOf(handle)),
    changeNotes: async (from, to) => {
      for (const { properties } of double.notes.values()) properties['hs_note_body'] = (properties['hs_note_body'] ?? '').replace(from, to)
    },
    stop: () => double.stop(),
    start: async () => void (base = await double.start(Number(new URL(base).port))),
    remove: () => double.stop(),
  }
})

afterEach(() => expect(double.violations).toEqual([]))

it('brings any text through HTML and back, without markup', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' }).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== ''), { maxLength: 5 }), (lines) => {
      expect(fromHtml(toHtml(lines.join('\n')))).toBe(lines.join('\n'))
      expect(toHtml(lines.join('\n')).replaceAll('<br>', '')).not.toMatch(/[<>]/)
    }),
  )
})
