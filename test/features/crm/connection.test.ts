import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { LIFECYCLES, toLifecycle, toMoment, toTags, toText, toWord } from '../../../src/domain/crm'
import type { ContactId, CrmContact } from '../../../src/domain/crm'
import { partChange, withChange } from '../../../src/domain/crm-change'
import type { HandleKey } from '../../../src/domain/handle'
import { originOf, toConnection } from '../../../src/features/crm/connection'
import { crmMarkOf } from '../../../src/features/crm/crm-mark'

const words = { unknown: 'in CRM', prospect: 'prospect', customer: 'customer', former: 'former', partner: 'partner', press: 'press' }
const contact = (part: Partial<CrmContact>): CrmContact => ({ id: '1' as ContactId, handle: 'ida' as HandleKey, name: '', email: '', owner: '', tags: [], lifecycle: 'unknown', vip: false, url: undefined, ...part })

describe('a connection', () => {
  it('is asked for by its one host, and by no other', () => {
    expect(originOf('https://crm.example.org:8443/rt')).toBe('https://crm.example.org/*')
    expect(originOf('http://127.0.0.1:8080')).toBe('http://127.0.0.1/*')
    for (const bad of ['http://crm.example.org', 'javascript:alert(1)', 'https//x', '']) expect(originOf(bad)).toBeUndefined()
  })

  it('is read out of anything, and holds no secret', () => {
    expect(toConnection({ kind: 'webhook', url: ' https://crm.example.org ', secret: 'SECRETTOKEN', fields: { handle: 5 }, writes: 'maybe', since: -1 })).toEqual({ kind: 'webhook', url: 'https://crm.example.org', user: '', place: '', fields: { handle: '', id: '', owner: '', tags: '', lifecycle: '', vip: '' }, writes: 'ask', since: 0 })
    expect(() => toConnection({ kind: 'salesforce' })).toThrow('not a CRM that Regulars knows')
    expect(() => toConnection(undefined)).toThrow()
  })
})

describe('what a CRM says', () => {
  it('becomes plain bounded text, whatever it was', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(toWord(value)).not.toMatch(/[\n\u202A-\u202E]/)
        expect(toWord(value).length).toBeLessThanOrEqual(200)
        expect(toText(value).length).toBeLessThanOrEqual(10_000)
        expect(toTags(value).length).toBeLessThanOrEqual(20)
        expect(LIFECYCLES).toContain(toLifecycle(value))
        expect(toMoment(value)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it.each([
    ['customer', 'customer'],
    ['Former customer', 'former'],
    ['lost', 'former'],
    ['opportunity', 'prospect'],
    ['marketingqualifiedlead', 'prospect'],
    ['Partner', 'partner'],
    ['Press', 'press'],
    ['other', 'unknown'],
  ])('reads the stage %s as %s', (said, stage) => expect(toLifecycle(said)).toBe(stage))
})

describe('the mark of a badge', () => {
  it('says the stage by shape, word and colour; what was set by hand goes first', () => {
    expect(crmMarkOf([contact({ lifecycle: 'customer' })], undefined, words)).toEqual({ mark: '◆ customer', colour: 'green' })
    expect(crmMarkOf([contact({ lifecycle: 'customer' })], 'press', words)).toEqual({ mark: '✦ press', colour: 'amber' })
    expect(crmMarkOf([contact({}), contact({ lifecycle: 'former', vip: true })], undefined, words)).toEqual({ mark: '★ □ former', colour: 'amber' })
    expect(crmMarkOf([contact({})], undefined, words)).toEqual({ mark: '○ in CRM', colour: 'grey' })
    expect(crmMarkOf([], undefined, words)).toBeUndefined()
    const marks = LIFECYCLES.map((lifecycle) => crmMarkOf([contact({ lifecycle })], undefined, words)?.mark[0])
    expect(new Set(marks).size).toBe(LIFECYCLES.length)
  })
})

describe('the mark of a change', () => {
  it('stands in the note and comes off it again, whatever the words are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const change = '0mlzvuf5s-0000-origin'
        expect(partChange(withChange({ text, change, at: 0 }))).toEqual({ text: text.trim(), change })
      }),
    )
    expect(partChange('regulars: see you')).toEqual({ text: 'regulars: see you', change: undefined })
  })
})
