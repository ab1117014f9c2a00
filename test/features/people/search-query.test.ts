import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/domain/fold'
import { askedWords, indexWords, placesOf } from '../../../src/features/people/fold-words'
import { LONGEST_QUERY, parseQuery } from '../../../src/features/people/search-query'
import { growsWithLength } from '../../growth'

const NOW = Date.UTC(2026, 10, 23)
const DAY = 86_400_000
const parse = (text: string) => parseQuery(text, NOW)
const kinds = (text: string) => parse(text).problems.map(({ kind }) => kind)

describe('folding', () => {
  it.each([
    ['Édouard', 'edouard'],
    ['ＦＵＬＬ', 'full'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Łódź', 'lodz'],
    ['Søren', 'soren'],
    ['𝓘𝓭𝓪', 'ida'],
    ['한국', '한국'],
    ['ﾊﾟﾘ', 'ハリ'],
    ['שָׁלוֹם', 'שלום'],
    ['مَرْحَبًا', 'مرحبا'],
  ])('makes %s into %s', (text, folded) => expect(fold(text)).toBe(folded))

  it('finds a piece of a script without spaces, and a single letter of it', () => {
    const indexed = [...indexWords('東京大学です')]
    for (const query of ['東京', '大学', '京大', 'です', '東京大学']) for (const word of askedWords(query)) expect(indexed.some((held) => held.startsWith(word)), query).toBe(true)
    expect(indexed.some((held) => held.startsWith('す'))).toBe(true)
    expect(askedWords('日本').every((word) => indexed.some((held) => held.startsWith(word)))).toBe(false)
  })

  it('finds a handle by each of its parts', () => {
    expect([...indexWords('@ida_plane')]).toEqual(['ida_plane', 'ida', 'plane'])
    expect(askedWords('@ida_pl')).toEqual(['ida_pl'])
  })

  it('knows where in the text the words stand, accents and all', () => {
    expect(placesOf('Cafe\u0301 Édouard ida_plane', ['cafe', 'edou', 'plane'])).toEqual([[0, 5], [6, 13], [14, 23]])
    expect(placesOf('会議は東京大学で', ['大学'])).toEqual([[5, 7]])
  })
})

describe('a search', () => {
  it('has words, phrases and operators', () => {
    expect(parse('@Ida tag:"needs care" tag:vi "The Aisle"')).toEqual({
      needs: [
        { kind: 'word', word: 'ida' },
        { kind: 'tag', tag: 'needs care', isWhole: true },
        { kind: 'tag', tag: 'vi', isWhole: false },
        { kind: 'phrase', text: 'the aisle', words: ['the', 'aisle'] },
      ],
      problems: [],
    })
  })

  it('has days and spans', () => {
    expect(parse('last:>30d LAST:<2w before:2025-03-12 before:2025').needs).toEqual([
      { kind: 'last', from: 0, before: NOW - 30 * DAY },
      { kind: 'last', from: NOW - 14 * DAY, before: Infinity },
      { kind: 'last', from: 0, before: new Date(2025, 2, 12).getTime() },
      { kind: 'last', from: 0, before: new Date(2025, 0, 1).getTime() },
    ])
  })

  it('has scores, as they are shown', () => {
    expect(parse('score:>70 score:>=70 SCORE:<70 score:<=70 score:74 score:60-80 score:60..80').needs).toEqual(
      [[71, 100], [70, 100], [0, 69], [0, 70], [74, 74], [60, 80], [60, 80]].map(([from, to]) => ({ kind: 'score', from, to })),
    )
  })

  it.each<[string, string]>([
    ['tag:', 'tagEmpty'],
    ['before:2025-02-30', 'notADay'],
    ['before:soon', 'notADay'],
    ['last:30d', 'notASpan'],
    ['last:>', 'notASpan'],
    ...['score:', 'score:x', 'score:>', 'score:101', 'score:>100', 'score:<0', 'score:80-60', 'score:7.5', 'score:=70'].map((text): [string, string] => [text, 'notAScore']),
    ['"the aisle', 'unclosed'],
    ['a b c d e f g h i', 'tooMany'],
  ])('says what is wrong with %s', (text, kind) => expect(kinds(text)).toEqual([kind]))

  it('says where it is wrong, and still looks for the rest', () => {
    expect(parse('ida last:30d')).toEqual({ needs: [{ kind: 'word', word: 'ida' }], problems: [{ kind: 'notASpan', from: 4, to: 12 }] })
  })

  it('takes a colon of another word for nothing special', () => {
    expect(parse('https://x.com re:invent').needs.map((need) => need.kind)).toEqual(['word', 'word', 'word', 'word', 'word'])
  })

  it.each(['a', '"', ' ', 'tag:', '\u0301', '"a ', '漢', '\ud800', 'ﷺ', '_'])('reads a megabyte of %j in time that grows with its length alone', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(parse(text).problems.map(({ kind }) => kind)).toContain('tooLong')
    expect(growsWithLength((text) => parse(text), text)).toBe(true)
    expect(text.length).toBeGreaterThan(LONGEST_QUERY)
  })
})
