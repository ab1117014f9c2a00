import { describe, expect, test } from 'vitest'
import type { Handle } from '../../../../src/domain/handle'
import { blankReply, type Reply, type ReplyId } from '../../../../src/features/canned-replies/reply'
import { readReplyQuery } from '../../../../src/features/canned-replies/search/reply-query'
import { placesInTitle, type SearchContext, searchReplies } from '../../../../src/features/canned-replies/search/search-replies'
import type { Usage } from '../../../../src/features/canned-replies/usage'

const NOW = Date.UTC(2026, 10, 24)
const DAY = 86_400_000

function reply(id: string, fields: Partial<Reply> = {}): Reply {
  return { ...blankReply(id as ReplyId), title: id, body: 'words', ...fields }
}

function found(replies: readonly Reply[], query: string, context: Partial<SearchContext> = {}): readonly string[] {
  return searchReplies(replies, query, { now: NOW, ...context }).map(({ reply }) => reply.id)
}

function usage(fields: Partial<Usage>): Usage {
  return { uses: 1, people: 1, lastUsed: NOW, undoRate: 0, editShare: undefined, keysSaved: 0, outcomes: {}, outcome: 0, ...fields }
}

describe('a search', () => {
  test('ranks a trigger over a title, that over a tag, and that over words', () => {
    const replies = [reply('in words', { body: 'we refund you' }), reply('in tag', { tags: ['refund'] }), reply('Refund'), reply('by trigger', { trigger: 'refund' })]
    expect(found(replies, 'refund')).toEqual(['by trigger', 'Refund', 'in tag', 'in words'])
  })

  test('ranks a beginning over the middle, and that over scattered letters', () => {
    const replies = [reply('s-a-l-e-s'), reply('big wholesale'), reply('sale now'), reply('a sale'), reply('s.a.l.e')]
    expect(found(replies, 'sale')).toEqual(['sale now', 'a sale', 'big wholesale', 's-a-l-e-s', 's.a.l.e'])
  })

  test('folds accents, case and width, and finds letters in their order', () => {
    expect(found([reply('kaldır')], 'ld')).toEqual(['kaldır'])
    expect(found([reply('kaldır')], 'klr')).toEqual(['kaldır'])
    expect(found([reply('Café ＨＯＵＲＳ')], 'cafe hours')).toEqual(['Café ＨＯＵＲＳ'])
    expect(found([reply('kaldır')], 'lk')).toEqual([])
  })

  test('wants every word, wherever each stands', () => {
    const replies = [reply('Thanks', { body: 'So glad to hear it' }), reply('Glad')]
    expect(found(replies, 'thanks glad')).toEqual(['Thanks'])
    expect(found(replies, 'thanks on us')).toEqual([])
  })

  test('looks into variants, other languages and aliases', () => {
    const replies = [reply('a', { variants: ['zebra'] }), reply('b', { langs: { de: ['Zebra'] } }), reply('c', { aliases: ['zebra'] })]
    expect(found(replies, 'zebra')).toEqual(['c', 'a', 'b'])
  })

  test('leaves the archive out unless it is asked for', () => {
    const replies = [reply('old', { archived: true }), reply('new')]
    expect(found(replies, '')).toEqual(['new'])
    expect(found(replies, 'is:archived')).toEqual(['old'])
    expect(found(replies, '', { withArchive: true })).toEqual(['new', 'old'])
    expect(found(replies, 'is:archived', { withArchive: true })).toEqual(['old'])
  })
})

describe('operators', () => {
  const dmOnly = { ...blankReply('x' as ReplyId).scope, surface: 'dm' } as const
  const replies = [
    reply('a', { tags: ['Kind words'], folder: 'Good news', lang: 'en', langs: { 'pt-BR': ['x'] }, favourite: true }),
    reply('b', { lang: 'de', scope: dmOnly, shared: true }),
    reply('c', { created: NOW - 100 * DAY }),
    reply('d', { created: NOW - 100 * DAY }),
  ]
  test.each([
    ['tag:kind', ['a']], ['tag:"kind words"', ['a']], ['TAG:KIND', ['a']], ['in:"good news"', ['a']], ['in:good', ['a']], ['lang:de', ['b']], ['lang:pt', ['a']], ['lang:pt-br', ['a']], ['lang:p', []],
    ['dm:', ['b']], ['dm:no', ['a', 'c', 'd']], ['is:fav', ['a']], ['is:shared', ['b']], ['is:private', ['a', 'c', 'd']],
  ])('%s finds %j', (query, ids) => {
    expect(found(replies, query).toSorted()).toEqual(ids)
  })

  test('unused: counts from the last use, and from when a reply was written', () => {
    const used = new Map([['c' as ReplyId, usage({ lastUsed: NOW - DAY })], ['a' as ReplyId, usage({ lastUsed: NOW - DAY })], ['b' as ReplyId, usage({ lastUsed: NOW - DAY })]])
    expect(found(replies, 'unused:90d', { usage: used })).toEqual(['d'])
    expect(found(replies, 'unused:1y', { usage: used })).toEqual([])
    expect(readReplyQuery('unused:3w').unusedDays).toBe(21)
  })

  test('that are none are words', () => {
    expect(readReplyQuery('http://x unused:soon a:b')).toMatchObject({ words: ['http://x', 'unused:soon', 'a:b'], unusedDays: undefined })
    expect(readReplyQuery('tag:')).toMatchObject({ tags: [], words: [] })
  })
})

describe('an empty query', () => {
  const scope = blankReply('x' as ReplyId).scope
  const situation: Partial<SearchContext> = { surface: 'reply', account: 'acme', languages: ['es'], tags: ['VIP'], lifecycle: 'new', sentiment: -0.8 }

  test('puts first what fits this person and situation', () => {
    const replies = [
      reply('plain'),
      reply('calm', { scope: { ...scope, sentimentMax: -0.3 } }),
      reply('cheer', { scope: { ...scope, sentimentMin: 0.3 } }),
      reply('perfect', { lang: 'es', tags: ['VIP'], scope: { ...scope, lifecycle: ['new'], sentimentMax: 0 } }),
    ]
    expect(found(replies, '', situation)).toEqual(['perfect', 'calm', 'plain', 'cheer'])
  })

  test('hides what may not be used there', () => {
    const replies = [reply('dm', { scope: { ...scope, surface: 'dm' } }), reply('other', { scope: { ...scope, accounts: ['umbrella' as Handle] } }), reply('ours', { scope: { ...scope, accounts: ['Acme' as Handle] } })]
    expect(found(replies, '', situation)).toEqual(['ours'])
    expect(found(replies, 'dm', situation)).toEqual([])
    expect(found(replies, '', { surface: 'dm' })).toHaveLength(3)
  })

  test('likes what was used lately and went well, and not what this person had already', () => {
    const replies = [reply('never'), reply('lately'), reply('long ago'), reply('well'), reply('had')]
    const used = new Map([
      ['lately' as ReplyId, usage({})],
      ['long ago' as ReplyId, usage({ lastUsed: NOW - 60 * DAY })],
      ['well' as ReplyId, usage({ outcome: 1 })],
      ['had' as ReplyId, usage({ outcome: 1 })],
    ])
    expect(found(replies, '', { usage: used, usedHere: new Set(['had' as ReplyId]) })).toEqual(['well', 'lately', 'had', 'long ago', 'never'])
  })
})

test('the places in a title are those of the words, and none where folding moves letters', () => {
  expect(placesInTitle('Café hours', 'cafe hour')).toEqual([[0, 4], [5, 9]])
  expect(placesInTitle('Ænima', 'ni')).toEqual([])
})
