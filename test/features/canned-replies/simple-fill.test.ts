import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankReply, type Reply, type ReplyId } from '../../../src/features/canned-replies/reply'
import { fillReply, LONE_BRACE, searchReplies, variablesOf } from '../../../src/features/canned-replies/simple-fill'

const GRACE = { handle: 'grace_h', name: 'Grace Hopper' }

describe('fillReply', () => {
  test('fills the first name and the handle', () => {
    expect(fillReply('Hi {first}, is {handle} you?', GRACE)).toEqual({ text: 'Hi Grace, is @grace_h you?' })
  })

  test('takes the first name that has a value, then the fallback in quotes', () => {
    expect(fillReply('{first|handle}', { handle: 'grace_h' })).toEqual({ text: '@grace_h' })
    expect(fillReply('Hi {first|"there"}!', { name: '🌸🌸' })).toEqual({ text: 'Hi there!' })
    expect(fillReply('Hi {first|handle|"there"}!', {})).toEqual({ text: 'Hi there!' })
  })

  test('names what is missing, each once, and gives no text', () => {
    expect(fillReply('{first}, about {issue}: {issue}', {})).toEqual({ missing: ['first', 'issue'] })
  })

  test('takes what was typed for a missing place, and only for that', () => {
    const typed = new Map([['issue', ' the late parcel '], ['first', 'Nobody']])
    expect(fillReply('{first}: {issue}', GRACE, typed)).toEqual({ text: 'Grace: the late parcel' })
    expect(fillReply('{first}: {issue}', GRACE, new Map([['issue', '  ']]))).toEqual({ missing: ['issue'] })
  })

  test('refuses a brace without a partner', () => {
    for (const text of ['Hi {first', 'Hi first}', '{{first}}', '}{']) expect(fillReply(text, GRACE)).toEqual({ missing: [LONE_BRACE] })
  })

  test('takes no value from the prototype of anything', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) expect(fillReply(`{${name}}`, GRACE)).toEqual({ missing: [name] })
  })

  test('keeps replacement patterns and line breaks as they are', () => {
    expect(fillReply('{first}\n\n{issue} $& $1', { name: '$&Ada' }, new Map([['issue', '$1 off']]))).toEqual({ text: 'Ada\n\n$1 off $& $1' })
  })

  test('lets no delimiter out, whatever the template and whichever facts are missing', () => {
    const piece = fc.oneof(fc.constantFrom('{first}', '{handle}', '{first|"there"}', '{first|handle}', '{issue}', '{', '}', '{}', '{"x"}', '|', '"'), fc.string())
    const template = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    const anything = fc.option(fc.oneof(fc.string(), fc.constantFrom('{first}', 'B{o}b Jones', '🌸', '}{')), { nil: undefined })
    const typed = fc.array(fc.tuple(fc.constantFrom('issue', 'first', '"x"', ''), fc.string())).map((pairs) => new Map(pairs))
    fc.assert(
      fc.property(template, fc.record({ handle: anything, name: anything }), typed, (text, facts, typed) => {
        const filled = fillReply(text, facts, typed)
        if ('text' in filled) expect(filled.text).not.toMatch(/[{}]/)
        else expect(filled.missing.length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})

test('variablesOf names what stands between braces, each once', () => {
  expect(variablesOf('{first|"there"}, {issue} and {issue}')).toEqual(['first|"there"', 'issue'])
})

describe('searchReplies', () => {
  const replies = [reply('1', 'Thanks', 'So glad to hear it'), reply('2', 'Café hours', 'We open at nine, thanks'), reply('3', 'Sorry', 'That is on us')]

  test('gives all for an empty question', () => {
    expect(searchReplies(replies, '  ')).toEqual(replies)
  })

  test('wants every word, puts titles first, and folds accents and case', () => {
    expect(searchReplies(replies, 'THANKS').map(({ id }) => id)).toEqual(['1', '2'])
    expect(searchReplies(replies, 'cafe nine').map(({ id }) => id)).toEqual(['2'])
    expect(searchReplies(replies, 'thanks on us')).toEqual([])
  })
})

function reply(id: string, title: string, body: string): Reply {
  return { ...blankReply(id as ReplyId), title, body }
}
