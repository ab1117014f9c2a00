import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({ default: {} }))
const { DEFAULTS, TAG_COLOURS, toSettings } = await import('../../src/settings/settings')

const GOOD = {
  brandAccounts: ['AcmeHelp', 'acme'],
  myName: 'Grace',
  myInitials: 'GH',
  accountFacts: 'on',
  badgeDensity: 'compact',
  badgePosition: 'before',
  badgesShown: false,
  influence: { weights: { lists: 0.5 }, centring: { listFactor: 7, engagementOffset: -0.1, at: 5 } },
  tierLimits: [40, 60, 80, 95],
  markRules: [{ mark: 'press', colour: 'violet', when: { tag: 'press', followers: 100 } }],
  brandNames: ['Northwind'],
  topics: ['lost luggage'],
  staleDays: 14,
  backupTo: 'folder',
  backupEveryDays: 1,
  backupsKept: 3,
  backupOldDays: 30,
  presetTags: [{ name: 'VIP', colour: 'blue' }, { name: 'press', colour: '#0f7f86' }],
  fields: [{ name: 'City', kind: 'text', choices: [] }, { name: 'Size', kind: 'choice', choices: ['S', 'M'] }],
  noteTemplates: [{ name: 'Call', text: 'Called about: ' }],
  colleagues: ['MiaAtAcme'],
  orderPatterns: ['ORD-######'],
  publicContacts: ['help@acme.example'],
  noContactTags: ['leave alone'],
  mostRepeats: 2,
  longPosts: true,
  directLimit: 5_000, threadNumbering: 'round', autoTriggers: true, packAddress: 'https://team.example/pack.json', directReply: 'write', typingSpeed: 60, myTeam: 'Night',
}

test('nothing held gives the defaults', () => {
  for (const held of [undefined, null, 7, 'x', [], {}]) expect(toSettings(held)).toEqual(DEFAULTS)
})

test('good settings come back as they are', () => {
  expect(toSettings(GOOD)).toEqual(GOOD)
  expect(toSettings(toSettings(GOOD))).toEqual(GOOD)
})

test('a damaged value falls back alone', () => {
  for (const name of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
    expect(toSettings({ ...GOOD, [name]: { damaged: true } })).toEqual({ ...GOOD, [name]: DEFAULTS[name] })
  }
})

test('a damaged item of a list is left out, its neighbours stay', () => {
  const held = { brandAccounts: ['acme', 'not a handle', 7, null, '@AcmeHelp'], presetTags: [null, { name: ' ' }, { name: ' VIP ', colour: 'url(x)' }, { colour: 'red' }] }
  expect(toSettings(held)).toMatchObject({ brandAccounts: ['acme', 'AcmeHelp'], presetTags: [{ name: 'VIP', colour: 'grey' }] })
})

test('fields and templates of hostile names are bounded, and each is there once', () => {
  const held = {
    fields: [{ name: ' a\u202Eb ', kind: 'text' }, { name: 'x'.repeat(41), kind: 'text' }, { name: 'City', kind: 'list' }, { name: '__proto__', kind: 'date', choices: ['x'] }, { name: '__proto__', kind: 'choice', choices: ['x', ' x', '', 7] }],
    noteTemplates: [{ name: 'Call', text: ' ' }, { name: 'Long', text: 'y'.repeat(5_000) }, { name: '', text: 'z' }],
  }
  const { fields, noteTemplates } = toSettings(held)
  expect(fields).toEqual([{ name: 'a b', kind: 'text', choices: [] }, { name: '__proto__', kind: 'choice', choices: ['x'] }])
  expect(noteTemplates).toEqual([{ name: 'Long', text: 'y'.repeat(2_000) }])
})

test('texts and lists are bounded', () => {
  const settings = toSettings({ myName: 'x'.repeat(1000), myInitials: 'ABCDEFG', brandAccounts: Array(1000).fill('acme') })
  expect([settings.myName.length, settings.myInitials, settings.brandAccounts.length]).toEqual([60, 'ABCD', 50])
})

test('whatever is held, the settings are whole', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS), '__proto__'), fc.anything()), (held) => {
      const settings = toSettings(held)
      expect(Object.keys(settings)).toEqual(Object.keys(DEFAULTS))
      expect(settings.presetTags.every(({ name, colour }) => name !== '' && /^#[0-9a-f]{6}$/.test(colour) || (TAG_COLOURS as readonly string[]).includes(colour))).toBe(true)
      expect(settings.brandAccounts.every((handle) => /^\w{1,15}$/.test(handle))).toBe(true)
    }),
  )
})
