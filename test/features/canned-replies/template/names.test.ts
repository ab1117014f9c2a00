import { describe, expect, test } from 'vitest'
import { firstNameOf, harmless, isBlank, isNoName } from '../../../../src/features/canned-replies/template/names'

describe('firstNameOf', () => {
  test('takes the first word with a letter, without what surrounds it', () => {
    expect(firstNameOf('Grace Hopper')).toBe('Grace')
    expect(firstNameOf('🌸 ✨Ana✨ Lima')).toBe('Ana')
    expect(firstNameOf('"José" 42')).toBe('José')
    expect(firstNameOf('李小龍')).toBe('李小龍')
    expect(firstNameOf('Anne-Marie O’Neil')).toBe('Anne-Marie')
  })

  test('is undefined for names without letters', () => {
    for (const name of [undefined, '', '   ', '🌸🌸', '1234', '***']) expect(firstNameOf(name)).toBeUndefined()
  })
})

test('a name that nobody can see or say is none', () => {
  for (const name of ['', ' ', '\u200B', '\u3164', '\u2800', '\uFE0F', '\u200D\u200D', '\u202E']) expect([isBlank(name), isNoName(name), firstNameOf(name)], JSON.stringify(name)).toEqual([true, true, undefined])
  for (const name of ['🌸', '👨‍👩‍👧‍👦🎉', '42', '!!!']) expect([isBlank(name), isNoName(name), firstNameOf(name)], name).toEqual([false, true, undefined])
})

test('a value that looks like a template becomes harmless', () => {
  expect(harmless('{first}')).toBe('(first)')
  expect(harmless('[[x]] #{y} {{z}} $contact.name')).toBe('[x] #(y) ((z)) contact.name')
  expect(harmless('\u202Eevil\u202C')).toBe('evil')
  expect(harmless('👨‍👩‍👧 می‌خواهم')).toBe('👨‍👩‍👧 می‌خواهم')
})
