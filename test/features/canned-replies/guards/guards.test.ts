import { describe, expect, test } from 'vitest'
import type { Handle, PostId } from '../../../../src/domain/handle'
import { DEFAULT_RULES, type GuardContext } from '../../../../src/features/canned-replies/guards/guard'
import { guardsOf } from '../../../../src/features/canned-replies/guards/guards'
import { findPersonalData } from '../../../../src/features/canned-replies/guards/personal-data'
import { blankReply, type Reply, type ReplyId } from '../../../../src/features/canned-replies/reply'
import type { ReplyUse, UseId } from '../../../../src/features/canned-replies/reply-use'

const base: GuardContext = { text: 'Hi there, it is fixed.', surface: 'reply', lang: 'en' }

function codes(context: Partial<GuardContext>): readonly string[] {
  return guardsOf({ ...base, ...context }).map(({ code, severity }) => `${severity}: ${code}`)
}

function reply(fields: Partial<Reply> = {}): Reply {
  return { ...blankReply('r' as ReplyId), title: 'Fixed', body: 'x', ...fields }
}

function use(fields: Partial<ReplyUse> = {}): ReplyUse {
  return { id: 'u' as UseId, reply: 'r' as ReplyId, variant: 0, picks: [], lang: 'en', at: 1, surface: 'reply', length: 10, undone: false, ...fields }
}

test('good words pass every guard', () => {
  expect(codes({})).toEqual([])
})

describe('the place', () => {
  const scope = reply().scope
  test('keeps replies for direct messages out of public, and says when one is only for public', () => {
    const direct = reply({ scope: { ...scope, surface: 'dm' } })
    expect(codes({ reply: direct })).toEqual(['block: dm only'])
    expect(codes({ reply: direct, surface: 'dm' })).toEqual([])
    expect(codes({ reply: reply({ scope: { ...scope, surface: 'public' } }), surface: 'dm' })).toEqual(['warn: public only'])
    expect(codes({ surface: 'dm', dmOpen: false })).toEqual(['warn: dm closed'])
  })

  test('knows the account that a reply belongs to, and what is delicate', () => {
    const theirs = reply({ scope: { ...scope, accounts: ['umbrella' as Handle] }, sensitivity: 'A death in the family' })
    expect(guardsOf({ ...base, reply: theirs, account: 'acme' as Handle })).toMatchObject([{ code: 'other account', about: '@umbrella' }, { code: 'sensitive', about: 'A death in the family' }])
    expect(codes({ reply: { ...theirs, sensitivity: '' }, account: 'Umbrella' as Handle })).toEqual([])
    const night = reply({ scope: { ...scope, teams: ['Night'] } })
    expect(['Day', 'Night', undefined].map((team) => codes({ reply: night, team }))).toEqual([['warn: other team'], [], []])
  })
})

describe('personal data', () => {
  const rules = { ...DEFAULT_RULES, orderPatterns: ['ORD-######', '@@###'] }
  test.each([
    ['e-mail', 'write to ada.lovelace+x@example.co.uk now', 'ada.lovelace+x@example.co.uk'],
    ['phone', 'call +44 20 7946 0958 please', '+44 20 7946 0958'],
    ['phone', 'call (030) 901820-11', '(030) 901820-11'],
    ['phone', 'call 555-0142-33', '555-0142-33'],
    ['iban', 'pay to DE89 3704 0044 0532 0130 00 today', 'DE89 3704 0044 0532 0130 00'],
    ['iban', 'GB82WEST12345698765432', 'GB82WEST12345698765432'],
    ['card', 'card 4111 1111 1111 1111 was charged', '4111 1111 1111 1111'],
    ['order number', 'your ord-123456 is late', 'ord-123456'],
    ['order number', 'AB123 is late', 'AB123'],
  ])('%s is found in “%s”', (code, text, words) => {
    expect(findPersonalData(text, rules).map(({ code, text }) => [code, text])).toEqual([[code, words]])
    expect(guardsOf({ ...base, text, rules })).toMatchObject([{ code, severity: 'block', about: words, places: [{ at: text.indexOf(words), end: text.indexOf(words) + words.length }] }])
    expect(guardsOf({ ...base, text, rules, surface: 'dm' })).toEqual([])
  })

  test.each([
    'It is 2026-11-24, not 24.11.2026 or 24/11/2026.', 'We have 1,000,000 customers and 12 345 678 parcels.', 'Open 2019-2026, from 10:30 to 18:00', 'See https://x.com/acme/status/1234567890123456789 for it',
    'Ask @acme or @a1234567', 'card 4111 1111 1111 1112', 'DE00 3704 0044 0532 0130 00 is none', 'XORD-123456 and ORD-1234567', 'It costs $1,299.00', 'post 1234567890123', '#20261124',
  ])('nothing is found in “%s”', (text) => {
    expect(findPersonalData(text, { orderPatterns: ['ORD-######'] })).toEqual([])
  })

  test('of our own may stand in public', () => {
    expect(codes({ text: 'Write to help@acme.example or call +1 (555) 010-0000', rules: { ...DEFAULT_RULES, publicContacts: ['help@acme.example', '+1 555 010 0000'] } })).toEqual([])
  })
})

describe('what was said already', () => {
  const [acme, mia, ada] = ['Acme', 'MiaAtAcme', 'ada'] as unknown as readonly [Handle, Handle, Handle]
  const post = (id: string, author: Handle, text = 'x') => ({ id: id as PostId, author, text })

  test('an answer of ours after the customer’s last post is shown', () => {
    const thread = [post('100', ada), post('101', 'MIAATACME' as Handle, 'On it,\nAda!'), post('99', acme)]
    expect(guardsOf({ ...base, thread, ours: [acme, mia], customer: ada })).toEqual([{ code: 'answered', severity: 'warn', about: '@MIAATACME: On it, Ada!', places: [], post: '101' }])
  })

  test('an answer before it, or by somebody else, is none', () => {
    const thread = [post('100', acme), post('101', ada), post('102', 'stranger' as Handle)]
    expect(codes({ thread, ours: [acme, mia], customer: ada })).toEqual([])
    expect(codes({ thread: [post('9', ada), post('10', acme)], ours: [acme], customer: ada })).toEqual(['warn: answered'])
    expect(codes({ thread: [post('9', acme), post('10', acme)], ours: [acme], customer: acme })).toEqual([])
  })
})

describe('the manual voice', () => {
  test('warns when the same words go out unedited again', () => {
    expect(codes({ reply: reply(), uses: [use()] })).toEqual(['warn: repeated'])
    expect(codes({ reply: reply(), uses: [use({ editShare: 0.3 })] })).toEqual([])
    expect(codes({ reply: reply(), uses: [use({ undone: true })] })).toEqual([])
    expect(codes({ reply: reply(), variant: 1, uses: [use()] })).toEqual([])
    expect(codes({ reply: reply(), uses: [use()], rules: { ...DEFAULT_RULES, mostRepeats: 2 } })).toEqual([])
  })

  test('wants the personal line of a reply that needs one', () => {
    const personal = reply({ requiresPersonalLine: true })
    expect(codes({ reply: personal })).toEqual(['block: personal'])
    expect(codes({ reply: personal, personalLine: ' \u200B' })).toEqual(['block: personal'])
    expect(codes({ reply: personal, personalLine: 'Hope the cat is better.' })).toEqual([])
  })
})

describe('the tone', () => {
  test.each([
    ['en', 'We apologize for any inconvenience.', 'warn: inconvenience'],
    ['en-GB', 'Pursuant to our rules, no.', 'warn: legalese'],
    ['de', 'Wir bitten um Entschuldigung für die Unannehmlichkeiten.', 'warn: inconvenience'],
    ['de-AT', 'Gemäß unseren Regeln nicht.', 'warn: legalese'],
    ['es', 'Disculpe las molestias.', 'warn: inconvenience'],
    ['es-MX', 'Le informamos que no.', 'warn: legalese'],
    ['', 'Bitte um Verzeihung für etwaige Unannehmlichkeiten.', 'warn: inconvenience'],
    ['en', 'PLEASE READ THIS now', 'warn: capitals'],
    ['en', 'This is IMPORTANT', 'warn: capitals'],
  ])('in %s hears “%s”', (lang, text, expected) => {
    expect(codes({ lang, text })).toEqual([expected])
  })

  test('lets names be written large, and other words pass', () => {
    for (const text of ['NASA and the BBC agree', 'OK, TBH that is on us', 'An inconvenient truth']) expect(codes({ text })).toEqual([])
  })

  test('says of other languages that they are not checked', () => {
    expect(guardsOf({ ...base, lang: 'fr' })).toEqual([{ code: 'tone not checked', severity: 'note', about: 'fr', places: [] }])
  })
})

test('a person who asked not to be contacted is left alone, and the gravest comes first', () => {
  expect(codes({ tags: ['vip', 'No Contact'], text: 'Sorry for any inconvenience' })).toEqual(['block: no contact', 'warn: inconvenience'])
  expect(codes({ tags: ['vip'] })).toEqual([])
})
