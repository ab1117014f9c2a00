import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { escapePlain, escapeTemplate, parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'

test('what is escaped comes out as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('{', '}', '[', ']', '|', '~', '\\', '"', ' ', '\n', '$', '#'), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })) }), (text) => {
      for (const escape of [escapeTemplate, escapePlain]) {
        const template = parseTemplate(escape(text))
        expect(template.errors).toEqual([])
        expect(fillTemplate(template, { values: {}, lang: '', now: 0 })).toMatchObject({ text })
      }
    }),
    { numRuns: 2_000 },
  )
})

test('plain words stay readable', () => {
  expect(escapePlain('[see] a | b ~ c \\o/ {x} [[y]]')).toBe('[see] a | b ~ c \\o/ \\{x\\} \\[\\[y\\]\\]')
})
