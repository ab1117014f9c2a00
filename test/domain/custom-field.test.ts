import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FieldDefinition, FIELD_KINDS, LONGEST_FIELD_VALUE, renameField, shownName, toFieldDefinition, toFieldValue } from '../../src/domain/custom-field'

const field = (kind: FieldDefinition['kind'], ...choices: readonly string[]): FieldDefinition => ({ name: 'f', kind, choices })

describe('what a field keeps of what is typed', () => {
  it.each([
    ['text', ' A \n b ', 'A b'],
    ['text', '', ''],
    ['number', '12', '12'],
    ['number', '+3,5', '3.5'],
    ['number', '-0.25', '-0.25'],
    ['number', '1,200', undefined],
    ['number', '1e5', undefined],
    ['number', '12 kg', undefined],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2026-02-29', undefined],
    ['date', '29.2.2024', undefined],
    ['date', '', ''],
  ] as const)('%s: %j is %j', (kind, typed, kept) => expect(toFieldValue(field(kind), typed)).toBe(kept))

  it('is one of the choices or nothing', () => {
    expect([toFieldValue(field('choice', 'S', 'M'), 'M'), toFieldValue(field('choice', 'S', 'M'), 'XL'), toFieldValue(field('choice', 'S'), '')]).toEqual(['M', undefined, ''])
  })

  it('is kept the same when it is kept again, and is bounded, whatever was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.string({ minLength: 490, maxLength: 700 })), (kind, typed) => {
        const definition = field(kind, 'S')
        const kept = toFieldValue(definition, typed)
        if (kept === undefined) return
        expect(kept.length).toBeLessThanOrEqual(LONGEST_FIELD_VALUE)
        expect(kept).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
        expect(toFieldValue(definition, kept)).toBe(kept)
      }),
    )
  })
})

describe('the definition of a field', () => {
  it('is one or is not there, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (name, kind, choices) => {
        const definition = toFieldDefinition({ name, kind, choices })
        if (definition) expect(toFieldDefinition(definition)).toEqual(definition)
      }),
    )
    expect(toFieldDefinition(undefined)).toBeUndefined()
  })
})

describe('a field that is renamed', () => {
  const size: FieldDefinition = { name: 'Size', kind: 'text', choices: [] }
  const city: FieldDefinition = { name: 'City', label: 'Town', kind: 'text', choices: [] }
  const names = (fields: readonly FieldDefinition[] | undefined) => fields?.map((field) => [field.name, shownName(field)])

  it('is called otherwise, and keeps its key', () => {
    expect(names(renameField([size, city], 'Size', '  Shoe \n size '))).toEqual([['Size', 'Shoe size'], ['City', 'Town']])
    expect(renameField([size, city], 'City', 'City')?.[1]).not.toHaveProperty('label')
  })

  it.each(['City', 'Town', ' '])('cannot be called %j, as another one is or was, or nothing', (typed) => expect(renameField([size, city], 'Size', typed)).toBeUndefined())

  it('is kept so by the settings, unless that says nothing', () => {
    expect(toFieldDefinition(city)).toEqual(city)
    for (const label of ['', 'City', 7]) expect(toFieldDefinition({ ...city, label })).not.toHaveProperty('label')
  })
})
