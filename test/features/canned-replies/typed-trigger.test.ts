import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayOpenPalette, triggerBefore } from '../../../src/features/canned-replies/typed-trigger'

const TRIGGERS = new Set(['ty', 'späť', '…'])

test.each([
  ['ty', 2, 'ty'], ['Hello ty', 8, 'ty'], ['Hello\nTY', 8, 'TY'], ['ty and more', 2, 'ty'], ['Späť', 4, 'Späť'], ['x …', 3, '…'],
] as const)('%j with the caret at %i has the trigger %s', (text, caret, trigger) => {
  expect(triggerBefore(text, caret, TRIGGERS)).toBe(trigger)
})

test.each([
  ['', 0], ['ty ', 3], ['tyx', 2], ['@ty', 3], ['#ty', 3], ['$ty', 3], ['https://ty', 10], ['www.ty', 6], ['a/ty', 4], ['xty', 3], ['t', 1],
] as const)('%j with the caret at %i has none', (text, caret) => {
  expect(triggerBefore(text, caret, TRIGGERS)).toBeUndefined()
})

test.each([['', 0, true], ['Hello ', 6, true], ['a\n', 2, true], ['Hello  there', 6, true], ['and', 3, false], ['24', 2, false], ['https:', 6, false], ['Hello there', 6, false]] as const)(
  'a slash in %j at %i opens the palette: %s',
  (text, caret, opens) => expect(mayOpenPalette(text, caret)).toBe(opens),
)

test('whatever stands there, a trigger is the very word before the caret', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('t', 'y', ' ', '\n', '@', '/', '.') }), fc.nat(20), (text, place) => {
      const caret = Math.min(place, text.length)
      const trigger = triggerBefore(text, caret, TRIGGERS)
      if (trigger === undefined) return
      expect(text.slice(0, caret).endsWith(trigger)).toBe(true)
      expect(/(^|\s)$/.test(text.slice(0, caret - trigger.length))).toBe(true)
    }),
  )
})
