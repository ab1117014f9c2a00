import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counting, mayBePosted, weightedLength } from '../../../../src/features/canned-replies/length/weighted-length'
import { growsWithLength } from '../../../growth'

/** How X counted until 2017, and until it counted an emoji as one. */
const FIRST: Counting = { url: 23, heavy: 1, wholeEmoji: false }
const SECOND: Counting = { url: 23, heavy: 2, wholeEmoji: false }

const X = '-xxxxxxxxxx'
const CHURCHILL = 'has a chance to get its pants on.'
const LIE = `A lie gets halfway around the world before the truth ${CHURCHILL}`
const POEM = '故人西辞黄鹤楼，烟花三月下扬州。孤帆远影碧空尽，唯见长江天际流。朱雀桥边野草花，乌衣巷口夕阳斜。旧时王谢堂前燕，飞入寻常百姓家。朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。泪湿罗巾梦不成，夜深前殿按歌声。红颜未老恩先断，斜倚薰笼坐到明。独在异乡为异客，每逢佳节倍思亲。遥知兄弟登高处，遍插茱萸少一人。'
const KANA = 'あいうえおかきくけこ'
const FAMILY = '👨‍👩‍👧‍👦'
const LONG_HOST = `https://${'somesuperlongurl'.repeat(249)}.com/foo`
const STROKES = '‐ ‑ ‒ – — ― ‖  ‗ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷'
const SPACES = '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B'

type Case = readonly [text: string, length: number, valid: boolean]

const IN_BOTH: readonly Case[] = [
  ['Hi http://test.co', 26, true],
  ['http://test.co', 23, true],
  [`285 chars${X.repeat(25)}-`, 285, false],
  [`285 chars- http://www.twitter.com/jack ${X.slice(1)}${X.repeat(23)}-`, 299, false],
  [`${X.slice(1)}${X.repeat(23)}- http://www.twitter.com/jack `, 289, false],
  ['https://www.twitter.com/aloha '.repeat(10), 240, true],
  [POEM, 320, false],
  ['😷'.repeat(160), 320, false],
  [`the${POEM}`, 323, false],
  [`282 chars${X.repeat(24)}-xxxxxA\u0301x`, 281, false],
  ['😷👾😡🔥💩', 10, true],
  [`Long url with invalid domain labels and a short url: ${LONG_HOST} ${LONG_HOST} ${LONG_HOST} https://validurl.com`, 12_079, false],
  [`${'randomurl'.repeat(7)}s.com`, 68, true],
  [`${KANA.repeat(12)} http://${KANA.repeat(5)}あいう.com`, 358, false],
  [`${KANA.repeat(12)} http://${KANA.repeat(5)}あい.com`, 264, true],
]
const SECOND_ONLY: readonly Case[] = [
  ['A\u0301B', 2, true],
  ['A\uFB2C', 4, true],
  [`H🐱☺${FAMILY}`, 16, true],
  ['🙋🏽👨‍🎤', 9, true],
  [`This is a tweet with general punctuation characters: ${SPACES}\u200C\u200D ${STROKES}`, 112, true],
]
const NOW_ONLY: readonly Case[] = [
  [`H🐱☺${FAMILY}`, 7, true],
  ['🙋🏽👨‍🎤', 4, true],
  [`This is a tweet with general punctuation characters: ${SPACES} ${STROKES}`, 110, true],
  [FAMILY.repeat(140), 280, true],
  ['1\u20E3', 2, true],
  ['Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', 34, true],
  ['Unicode 9.0 emoji: 🤠; 💃; 💃🏾', 29, true],
  ['ABC\u202A\uFFFFABC\uFFFE', 12, false],
  ['\u2066\u202Ahttp://foobar.پاکستان/\u202C\u2069', 31, true],
]
const FIRST_ONLY: readonly (readonly [text: string, valid: boolean])[] = [
  ['I am a Tweet', true],
  [`${LIE} Winston Churchill (1874-1965) http://bit.ly/dJpywL`, true],
  ['A lié géts halfway arøünd thé wørld béføré thé truth has a chance tø get its pants øn. Winston Churchill (1874-1965) http://bit.ly/dJpywL', true],
  ['の'.repeat(140), true],
  ['🐱'.repeat(140), true],
  ['', false],
  [`${LIE} -- Winston Churchill (1874-1965) http://bit.ly/dJpywL`, false],
  [`${LIE} \n- Winston Churchill (1874-1965) http://bit.ly/dJpywL`, false],
]

describe('X’s own cases', () => {
  test.each([...IN_BOTH, ...NOW_ONLY])('as it counts now: %j', (text, length, valid) => {
    expect([weightedLength(text), mayBePosted(text, 280)]).toEqual([length, valid])
  })

  test.each([...IN_BOTH, ...SECOND_ONLY])('as it counted emoji by their parts: %j', (text, length, valid) => {
    expect([weightedLength(text, SECOND), mayBePosted(text, 280, SECOND)]).toEqual([length, valid])
  })

  test.each(FIRST_ONLY)('as it counted first: %j', (text, valid) => {
    expect(mayBePosted(text, 140, FIRST)).toBe(valid)
  })

  const vectors = join(import.meta.dirname, '../../../../../shared/specs/twitter-text-validate.yml')
  test.skipIf(!existsSync(vectors))('are all re-typed above (skipped where the project’s specifications are not at hand)', () => {
    const held = (name: string): readonly string[] => readFileSync(vectors, 'utf8').split(`\n  ${name}:\n`)[1]!.split(/\n {2}\w+:\n/)[0]!.split('- description:').slice(1)
    const textOf = (block: string): string => {
      const [, quoted = '""'] = /\n\s+text: ("(?:[^"\\]|\\.)*")/.exec(block) ?? []
      return JSON.parse(quoted.replace(/\\U([0-9a-fA-F]{8})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))) as string
    }
    const known = (cases: readonly (readonly [string, ...unknown[]])[]): readonly string[] => cases.map(([text]) => text).sort()
    const theirs = (name: string): readonly string[] => held(name).map(textOf).sort()
    expect(theirs('tweets')).toEqual(known(FIRST_ONLY))
    expect(theirs('WeightedTweetsCounterTest')).toEqual(known([...IN_BOTH, ...SECOND_ONLY]))
    expect([...theirs('WeightedTweetsWithDiscountedEmojiCounterTest'), ...theirs('UnicodeDirectionalMarkerCounterTest')].sort()).toEqual(known([...IN_BOTH, ...NOW_ONLY]))
    for (const name of ['WeightedTweetsCounterTest', 'WeightedTweetsWithDiscountedEmojiCounterTest', 'UnicodeDirectionalMarkerCounterTest']) {
      for (const block of held(name)) {
        const [, length, valid] = /weightedLength: (\d+)\s+valid: (\w+)/.exec(block) ?? []
        const counting = name === 'WeightedTweetsCounterTest' ? SECOND : undefined
        expect([weightedLength(textOf(block), counting), mayBePosted(textOf(block), 280, counting)]).toEqual([Number(length), valid === 'true'])
      }
    }
  })
})

describe('a link', () => {
  test.each([
    ['see example.com now', 31], ['see EXAMPLE.COM.', 28], ['example.com/a(b)c?d=e#f', 23], ['mail me@example.com', 19], ['version 1.2.3', 13], ['e.g. this', 9], ['well.done', 9], ['x.co', 23], ['日本語example.com', 29], ['http://192.168.0.1/x', 20],
    ['https://t.co/abcdef and more', 32], ['https://t.co/abcdef/extra', 29], ['-example.com', 12], ['a..example.com', 14], ['http://example.technology/ ok', 26], ['@example.com', 12], ['#example.com', 12], ['(example.com)', 25], ['https://example.com/a_(b)_c), x', 27],
  ])('%s counts %i', (text, length) => {
    expect(weightedLength(text)).toBe(length)
  })
})

test('an emoji counts two, however new, joined or coloured, with and without the mark of a picture', () => {
  for (const emoji of ['🫩', '❤️', '❤', '❤️‍🔥', '❤‍🔥', '👁️‍🗨️', '👁‍🗨', '🇪🇺', '1️⃣', '#⃣', '🏴‍☠️', '👩🏽‍❤️‍💋‍👨🏿', '🧑🏻‍🦰', '☝🏿', '©️']) expect([emoji, weightedLength(emoji)]).toEqual([emoji, 2])
})

test('a text is as long as its parts, wherever no link is cut', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }), (one, other) => weightedLength(`${one}\n${other}`) === weightedLength(one) + 1 + weightedLength(other)), { numRuns: 2_000 })
})

test('counting takes time that grows with the length alone, for a text that wants to be slow', () => {
  for (const piece of ['a.', 'http://', 'a.com/(', 'x.co?', '你.', 'a-', '((', '👨‍', 'https://t.co/a', '.com']) {
    expect(growsWithLength((text) => weightedLength(text), piece.repeat(25_000 / piece.length)), piece).toBe(true)
  }
})
