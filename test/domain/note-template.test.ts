import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeTemplate } from '../../src/domain/note-template'

describe('a template at the caret', () => {
  it.each([
    ['', 0, 'Called: ', 'Called: ', 8],
    ['Mon', 3, 'Called: ', 'Mon Called: ', 12],
    ['one two', 3, 'and', 'one and two', 7],
    ['one two', 4, 'and', 'one and two', 7],
  ])('in %j at %i: %j', (typed, caret, template, text, then) => expect(placeTemplate(typed, caret, template)).toEqual({ text, caret: then }))

  it('replaces nothing and is there whole', () => {
    const typedAt = fc.string().chain((typed) => fc.tuple(fc.constant(typed), fc.nat({ max: typed.length })))
    fc.assert(
      fc.property(typedAt, fc.string({ minLength: 1 }), ([typed, at], template) => {
        const { text, caret } = placeTemplate(typed, at, template)
        expect(text.startsWith(typed.slice(0, at))).toBe(true)
        expect(text.endsWith(typed.slice(at))).toBe(true)
        expect(text.slice(0, caret).endsWith(template)).toBe(true)
        expect(text.length - typed.length - template.length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
