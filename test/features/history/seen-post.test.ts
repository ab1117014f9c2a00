import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEW_PEOPLE_AN_HOUR, withinTheHour } from '../../../src/features/history/new-people'
import { MOST_SEEN, toSeenPosts } from '../../../src/features/history/seen-post'

const NOW = Date.UTC(2026, 10, 22)
const good = { post: '1930052672419228635', author: 'ana', mentions: ['northwindair'], leading: 1, promoted: false, reposted: false, quotes: false, text: 'Hello' }
const seen = (...posts: readonly unknown[]) => toSeenPosts(posts, NOW)

describe('posts out of a message', () => {
  it('are taken as they are when they are sane', () => {
    expect(seen({ ...good, under: 'bob', answers: 'cy', xId: '77', name: ' Ana ' })).toEqual([{ ...good, under: 'bob', answers: 'cy', xId: '77', name: 'Ana', postedAt: undefined }])
  })
  it('are refused whole when they are no list, or too many', () => {
    expect(() => toSeenPosts({ 0: good }, NOW)).toThrow('list')
    expect(() => seen(...Array.from({ length: MOST_SEEN + 1 }, () => good))).toThrow('At most 20')
    expect(seen(...Array.from({ length: MOST_SEEN }, () => good))).toHaveLength(MOST_SEEN)
  })
  it.each([
    ['no id', { post: undefined }],
    ['an id that is none', { post: '../1' }],
    ['an id of the day after tomorrow', { post: String((BigInt(NOW + 2 * 86_400_000) - 1_288_834_974_657n) << 22n) }],
    ['no author', { author: 'ana lee' }],
    ['mentions that are no list', { mentions: 'northwindair' }],
    ['a mention that is no handle', { mentions: ['northwindair', '<b>'] }],
    ['too many mentions', { mentions: Array(21).fill('northwindair') }],
    ['more leading mentions than mentions', { leading: 2 }],
    ['half a leading mention', { leading: 0.5 }],
  ])('are left out with %s', (_name, damage) => {
    expect(seen({ ...good, ...damage }, good)).toHaveLength(1)
  })
  it('count as passed on or paid for unless it is plainly said that they are not', () => {
    expect(seen({ ...good, promoted: undefined, reposted: 0, quotes: 'no' })[0]).toMatchObject({ promoted: true, reposted: true, quotes: true })
  })
  it('have bounded, plain words', () => {
    expect(seen({ ...good, text: `a\u0000\u202Eb${'🦊'.repeat(5_000)}` })[0]?.text).toMatch(/^ab(🦊){499}$/u)
    expect(seen({ ...good, text: { toString: () => 'x' } })[0]?.text).toBe('')
  })
  it('never throw for any list, and never come out larger than allowed', () => {
    const anything = fc.oneof(fc.anything(), fc.record(Object.fromEntries(Object.entries(good).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.anything())]))))
    fc.assert(fc.property(fc.array(anything, { maxLength: MOST_SEEN }), (posts) => toSeenPosts(posts, NOW).every(({ text, mentions }) => text.length <= 1_000 && mentions.length <= 20)))
  })
})

describe('people who become known by themselves', () => {
  it('are counted for an hour', () => {
    expect(withinTheHour([NOW - 3_600_001, NOW - 3_599_999, NOW, 'x', null, NOW + 5], NOW)).toEqual([NOW - 3_599_999, NOW])
    expect(withinTheHour(undefined, NOW)).toEqual([])
    expect(withinTheHour(Array(1_000).fill(NOW), NOW)).toHaveLength(NEW_PEOPLE_AN_HOUR)
  })
})
