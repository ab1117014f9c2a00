import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editShareOf } from '../../../src/features/canned-replies/edit-share'

test.each([
  ['Thank you, Ada!', 'Thank you, Ada!', 0],
  ['Thank you, Ada!', 'Dear Ada: Thank you, Ada! Yours, Grace', 0],
  ['one two three four', 'one 2 three four', 0.25],
  ['one two', '', 1],
  ['', 'anything', 0],
] as const)('%j sent as %j was changed by %d', (inserted, sent, share) => expect(editShareOf(inserted, sent)).toBe(share))

test('it lies between nothing and all', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (inserted, sent) => {
    const share = editShareOf(inserted, sent)
    expect(share >= 0 && share <= 1).toBe(true)
  }))
})
