import { expect, it } from 'vitest'
import { cleanText } from '../../src/page/clean-text'

it('keeps newlines, and makes all other line ends such', () => {
  expect(cleanText('a\nb\r\nc\rd\u2028e')).toBe('a\nb\nc\nd\ne')
})

it('drops control characters and direction overrides', () => {
  expect(cleanText('a\u0000b\u001B[31m\u007Fc\u202Ed\u2066e\u2069')).toBe('ab[31mcde')
})

it('keeps what scripts and emoji are made of', () => {
  const text = 'می\u200Cخواهم 👩\u200D🚀 ❤\uFE0F שלום\u200F!'
  expect(cleanText(text)).toBe(text)
})

it('makes a space of a tab', () => {
  expect(cleanText('a\tb')).toBe('a b')
})
