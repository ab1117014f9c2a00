import { expect, test } from 'vitest'
import { isReady, languagesOf, prepareReply, type ReplySituation, useOf } from '../../../src/features/canned-replies/prepare-reply'
import { blankReply, type Reply, type ReplyId } from '../../../src/features/canned-replies/reply'
import type { UseId } from '../../../src/features/canned-replies/reply-use'

const reply = (part: Partial<Reply>): Reply => ({ ...blankReply('r1' as ReplyId), title: 'R', ...part })
const situation = (part: Partial<ReplySituation> = {}): ReplySituation => ({ values: { first: 'Ada', handle: '@ada' }, surface: 'reply', limit: 280, numbering: 'plain', directReply: 'dm', languages: [], uses: [], draft: '', now: 0, seed: 1, find: () => undefined, around: {}, ...part })

test('a reply that has all it needs is ready', () => {
  const prepared = prepareReply(reply({ body: 'Hi {first}!' }), situation())
  expect([prepared.filled?.text, isReady(prepared), prepared.length]).toEqual(['Hi Ada!', true, 7])
})

test('what is missing is named, and typing it makes the reply ready but for the asking', () => {
  const asks = reply({ body: 'About {issue}: done.' })
  const prepared = prepareReply(asks, situation())
  expect([prepared.filled, prepared.gaps.map(({ name }) => name), isReady(prepared)]).toEqual([undefined, ['issue'], false])
  expect(prepareReply(asks, situation(), { typed: new Map([['issue', 'the {lamp}']]) }).filled?.text).toBe('About the (lamp): done.')
})

test('the draft counts: both together must fit', () => {
  const long = reply({ body: 'x'.repeat(200) })
  expect(isReady(prepareReply(long, situation({ draft: 'y'.repeat(80) })))).toBe(true)
  const over = prepareReply(long, situation({ draft: 'y'.repeat(81) }))
  expect([over.faults.map(({ code }) => code), isReady(over)]).toEqual([['too long'], false])
})

test('the language of the post is taken where there is one, and a chosen one before it', () => {
  const spoken = reply({ lang: 'en', body: 'Thanks', langs: { de: ['Danke'], es: ['Gracias'] } })
  expect(languagesOf(spoken)).toEqual(['en', 'de', 'es'])
  expect(prepareReply(spoken, situation({ languages: ['de-AT'] })).filled?.text).toBe('Danke')
  expect(prepareReply(spoken, situation({ languages: ['de'] }), { lang: 'es' }).filled?.text).toBe('Gracias')
  expect(prepareReply(spoken, situation({ languages: ['fr'] })).filled?.text).toBe('Thanks')
})

test('a guard that warns is shown before anything is inserted', () => {
  const careful = prepareReply(reply({ body: 'Call me at +49 30 1234567.' }), situation())
  expect([careful.guards.map(({ code }) => code).includes('phone'), isReady(careful)]).toEqual([true, false])
})

test('a use says what was inserted, and holds no words', () => {
  const there = situation({ now: 7 })
  const use = useOf(prepareReply(reply({ body: 'Hi {first}!' }), there), there, 'u1' as UseId)
  expect(use).toMatchObject({ id: 'u1', reply: 'r1', variant: 0, at: 7, surface: 'reply', length: 7, undone: false })
  expect(JSON.stringify(use)).not.toContain('Ada')
})

test('a personal line stands before the signature', () => {
  const signed = reply({ body: 'Sorry, {first}.', signature: '^{initials}', requiresPersonalLine: true })
  const prepared = prepareReply(signed, situation({ values: { first: 'Ada', initials: 'MK' } }), { personalLine: 'I was on that flight too.' })
  expect([prepared.filled?.text, prepared.signature]).toEqual(['Sorry, Ada. I was on that flight too. ^MK', '^MK'])
})
