import { describe, expect, it, test } from 'vitest'
import type { Handle } from '../../src/domain/handle'
import { readShownFacts } from '../../src/page/read-shown-facts'
import { shownCount } from '../../src/page/shown-count'
import { h } from './markup'

test.each([
  ['331', 'en', 331],
  ['9,999', 'en', 9_999],
  ['9.999', 'de', 9_999],
  ['9\u202F999', 'fr', 9_999],
  ['12.3K', 'en', 12_300],
  ['1.2M', 'en', 1_200_000],
  ['12,3\u00A0k', 'fr', 12_300],
  ['1,2 Mio.', 'de', 1_200_000],
  ['12,3 mil', 'pt', 12_300],
  ['12,3 B', 'tr', 12_300],
  ['1.2万', 'ja', 12_000],
  ['3億', 'ja', 300_000_000],
  ['1,2 тыс.', 'ru', 1_200],
  ['12K', 'ja', 12_000],
  ['2B', 'en', 2_000_000_000],
])('reads %s in %s as %d', (text, language, count) => expect(shownCount(text, language)).toBe(count))

test.each(['', 'Followers', '1.2', '12 rabbits', '1.2K K', '-5', '1,2,3', '١٢'])('takes %j for no number', (text) => expect(shownCount(text, 'en')).toBeUndefined())

test('bears a language that no browser knows, and texts of any length', () => {
  expect(shownCount('12.3K', 'ar-x-fm')).toBe(12_300)
  expect(shownCount('12.3K', '<b>')).toBe(12_300)
  expect(shownCount('1'.repeat(1_000_000), 'en')).toBeLessThan(1e31)
})

describe('the numbers that a card shows', () => {
  const link = (path: string, number: string, word: string) => h('a', { href: path }, h('span', {}, h('span', {}, number)), h('span', {}, word))
  const ada = { handle: 'Ada' as Handle, xId: undefined }

  it('are the account’s own, whichever of its lists the links lead to', () => {
    const card = h('div', {}, link('/ada/following', '310', 'Following'), link('/ada/verified_followers', '12.3K', 'Followers'), link('/grace/followers', '5', 'Followers'))
    expect(readShownFacts(card, ada, 'en', 7)).toMatchObject({ followers: 12_300, following: 310, source: 'shown', seenAt: 7 })
  })

  it('are none where a tab says a word alone, or X writes a word that we do not know', () => {
    expect(readShownFacts(h('div', {}, link('/ada/followers', '', 'Followers')), ada, 'en', 7)).toBeUndefined()
    expect(readShownFacts(h('div', {}, link('/ada/followers', '12 zillion', 'Followers')), ada, 'en', 7)).toBeUndefined()
  })
})
