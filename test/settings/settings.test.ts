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
  presetTags: [{ name: 'VIP', colour: 'blue' }],
  influence: { weights: { lists: 0.5 }, centring: { listFactor: 7, engagementOffset: -0.1, at: 5 } },
  tierLimits: [40, 60, 80, 95],
  staleDays: 14,
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

test('texts and lists are bounded', () => {
  const settings = toSettings({ myName: 'x'.repeat(1000), myInitials: 'ABCDEFG', brandAccounts: Array(1000).fill('acme') })
  expect([settings.myName.length, settings.myInitials, settings.brandAccounts.length]).toEqual([60, 'ABCD', 50])
})

test('whatever is held, the settings are whole', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS), '__proto__'), fc.anything()), (held) => {
      const settings = toSettings(held)
      expect(Object.keys(settings)).toEqual(Object.keys(DEFAULTS))
      expect(settings.presetTags.every(({ name, colour }) => name !== '' && TAG_COLOURS.includes(colour))).toBe(true)
      expect(settings.brandAccounts.every((handle) => /^\w{1,15}$/.test(handle))).toBe(true)
    }),
  )
})
