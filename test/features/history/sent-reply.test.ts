import { describe, expect, it } from 'vitest'
import type { Handle, PostId } from '../../../src/domain/handle'
import { awaiting, isNewer, sentAs, type SentReply } from '../../../src/features/history/sent-reply'

const NOW = 1_000_000_000
const reply = (text: string, rest: Partial<SentReply> = {}): SentReply => ({ to: 'ana' as Handle, text, after: '100' as PostId, at: NOW, ...rest })
const as = (sent: readonly SentReply[], text: string, id = '101', now = NOW + 5_000) => sentAs(sent, { id: id as PostId, text }, now)?.to

describe('a sent reply', () => {
  it('is the post of ours with its words, however X sets them', () => {
    const sent = awaiting([], reply('@ana Sorry!\n\nPlease see https://northwind.example/refunds?id=7 – we “fix” it 🧡'))
    expect(as(sent, '@Ana Sorry! Please see northwind.example/refunds… – we “fix” it 🧡')).toBe('ana')
    expect(as(sent, 'Sorry! Please see – we “fix” it')).toBe('ana')
    expect(as(sent, 'Sorry! Please see us')).toBeUndefined()
  })
  it('may be cut by X, but not to a word', () => {
    const long = 'All of this is one long story about a suitcase. '.repeat(20)
    expect(as([reply(long)], long.slice(0, 280))).toBe('ana')
    expect(as([reply(long)], 'All of this')).toBeUndefined()
  })
  it('may be nothing but signs, and never nothing at all', () => {
    expect(as([reply('❤️')], '❤')).toBe('ana')
    expect(as([reply('')], '')).toBeUndefined()
    expect(as([reply('https://x.com/a')], '')).toBeUndefined()
  })
  it('is newer than everything that was on the page before', () => {
    expect([as([reply('Thanks!')], 'Thanks!', '100'), as([reply('Thanks!')], 'Thanks!', '99'), as([reply('Thanks!', { after: undefined })], 'Thanks!', '99')]).toEqual([undefined, undefined, 'ana'])
  })
  it('is awaited for ten minutes', () => {
    expect([as([reply('Thanks!')], 'Thanks!', '101', NOW + 599_999), as([reply('Thanks!')], 'Thanks!', '101', NOW + 600_000)]).toEqual(['ana', undefined])
  })
  it('is the older one of two alike', () => {
    expect(as([reply('Thanks!', { to: 'bob' as Handle }), reply('Thanks!')], 'Thanks!')).toBe('bob')
  })
  it('is one of at most twenty', () => {
    let sent: readonly SentReply[] = []
    for (let n = 0; n < 50; n += 1) sent = awaiting(sent, reply(`Reply ${n}`))
    expect(sent).toHaveLength(20)
  })
})

it('a longer id is the newer one', () => {
  expect([isNewer('1000' as PostId, '999' as PostId), isNewer('998' as PostId, '999' as PostId), isNewer('999' as PostId, '999' as PostId)]).toEqual([true, false, false])
})
