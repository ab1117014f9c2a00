import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NUMBERINGS, splitThread } from '../../../../src/features/canned-replies/length/split-thread'
import { urlsIn } from '../../../../src/features/canned-replies/length/urls'
import { weightedLength } from '../../../../src/features/canned-replies/length/weighted-length'

const RUNS = process.env['REGULARS_LONG'] ? 3_000 : 300
const bare = (text: string): string => text.replace(/\s+/g, '')
const words = (count: number): string => Array.from({ length: count }, (_none, index) => `word${index}`).join(' ')

describe('a thread', () => {
  test('of a text that fits is one part without a number', () => {
    expect(splitThread(' Hello there. ', { limit: 280, numbering: 'plain' })).toEqual(['Hello there.'])
    expect(splitThread('Hello there.', { limit: 280, numbering: 'plain', signature: '^MK' })).toEqual(['Hello there. ^MK'])
    expect(splitThread('  ', { limit: 280, numbering: 'plain' })).toEqual([])
  })

  test('parts after a paragraph, else after a sentence, else between words', () => {
    const first = 'We are sorry. It broke on Monday.'
    expect(splitThread(`${first}\n\nIt is fixed now. Please try again.`, { limit: 45, numbering: 'none' })).toEqual([first, 'It is fixed now. Please try again.'])
    expect(splitThread('We are very sorry about this. It will be all right again tomorrow.', { limit: 45, numbering: 'none' })).toEqual(['We are very sorry about this.', 'It will be all right again tomorrow.'])
    expect(splitThread('one two three four five six', { limit: 15, numbering: 'none' })).toEqual(['one two three', 'four five six'])
  })

  test('is numbered as asked, with the number within the limit', () => {
    const parts = splitThread(words(200), { limit: 100, numbering: 'plain' })
    parts.forEach((part, index) => expect(part.endsWith(` ${index + 1}/${parts.length}`)).toBe(true))
    expect(Math.max(...parts.map((part) => weightedLength(part)))).toBeLessThanOrEqual(100)
    expect(splitThread(words(30), { limit: 100, numbering: 'round' })[0]).toMatch(/ \(1\/3\)$/)
  })

  test('carries its signature in the last part, never alone', () => {
    const parts = splitThread(words(40), { limit: 96, numbering: 'none', signature: '^MK' })
    expect(parts.filter((part) => part.includes('^MK'))).toEqual([parts.at(-1)])
    expect(parts.at(-1)).toMatch(/word39 \^MK$/)
  })

  test('never parts an address, a name, a hashtag, an emoji, or a number from its unit', () => {
    const pieces = ['https://example.com/a/very-long-path?with=query', '@someone_long', '#hashtag', '👨‍👩‍👧‍👦', '12 kg', '€ 20', '5 %', '1.500,00 €']
    for (let limit = 30; limit < 60; limit += 1) {
      const text = Array.from({ length: 6 }, (_none, round) => pieces.map((piece) => `w${round} ${piece}`).join(' ')).join(' ')
      const parts = splitThread(text, { limit, numbering: 'none' })
      for (const piece of pieces) expect(parts.join('\n').split(piece)).toHaveLength(7)
    }
  })

  test('parts scripts without spaces between their words', () => {
    const parts = splitThread('故人西辞黄鹤楼，烟花三月下扬州。孤帆远影碧空尽，唯见长江天际流。', { limit: 36, numbering: 'none', lang: 'zh' })
    expect(parts).toEqual(['故人西辞黄鹤楼，烟花三月下扬州。', '孤帆远影碧空尽，唯见长江天际流。'])
  })

  test('holds the whole text, fits, and is alike every time, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('https://example.com/x', '@name', '#tag', '👨‍👩‍👧‍👦', '5 km', 'Well.', 'What?', '\n\n', '。', '你好', 'https://t.co/abc', '1️⃣', 'é'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '))
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 280 }), fc.constantFrom(...NUMBERINGS), (text, limit, numbering) => {
        const parts = splitThread(text, { limit, numbering })
        expect(splitThread(text, { limit, numbering })).toEqual(parts)
        const unnumbered = parts.map((part) => (parts.length > 1 && numbering !== 'none' ? part.replace(/ \(?\d+\/\d+\)?$/, '') : part))
        expect(bare(unnumbered.join(''))).toBe(bare(text))
        for (const part of parts) if (!/\S{30}/.test(part)) expect(weightedLength(part)).toBeLessThanOrEqual(limit)
        const links = urlsIn(text).map(([from, to]) => text.slice(from, to))
        for (const link of links) expect(parts.some((part) => part.includes(link))).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
