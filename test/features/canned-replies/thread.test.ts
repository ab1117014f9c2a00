import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Handle } from '../../../src/domain/handle'
import { NUMBERINGS } from '../../../src/features/canned-replies/length/split-thread'
import { weightedLength } from '../../../src/features/canned-replies/length/weighted-length'
import { prepareReply, type ReplySituation } from '../../../src/features/canned-replies/prepare-reply'
import { blankReply, type Reply, type ReplyId } from '../../../src/features/canned-replies/reply'
import { beginThread, mayBeThread, nextPartHere, threadOf, withoutNext } from '../../../src/features/canned-replies/thread'
import { toWaitingThread } from '../../../src/features/canned-replies/waiting-thread'

const ada = 'Ada' as Handle
const us = 'NorthwindAir' as Handle
const reply = (part: Partial<Reply>): Reply => ({ ...blankReply('r1' as ReplyId), title: 'R', ...part })
const situation = (part: Partial<ReplySituation> = {}): ReplySituation => ({ values: { first: 'Ada', initials: 'MK' }, surface: 'reply', limit: 280, numbering: 'plain', directReply: 'dm', languages: [], uses: [], draft: '', now: 0, seed: 1, find: () => undefined, around: { customer: ada, account: us }, ...part })
const sentences = (count: number): string => Array.from({ length: count }, (_none, index) => `This is sentence number ${index + 1} of it.`).join(' ')

describe('a reply too long for one post', () => {
  test('becomes posts that each fit, the first behind what is written already, the last with the signature', () => {
    const there = situation({ draft: '@ada thank you: ' })
    const prepared = prepareReply(reply({ body: `Hi {first}! ${sentences(20)}`, signature: '^{initials}' }), there)
    const parts = threadOf(prepared, there, 'plain')?.texts ?? []
    expect(parts.length).toBe(3)
    expect(parts[0]).toMatch(/^Hi Ada! .* 1\/3$/)
    expect(weightedLength(there.draft) + weightedLength(parts[0]!)).toBeLessThanOrEqual(280)
    expect(parts.map((part) => part.includes('^MK'))).toEqual([false, false, true])
    expect(parts[2]).toMatch(/of it\. \^MK 3\/3$/)
  })

  test('stays one where it fits, in a direct message, where something else is wrong, or where the draft leaves too little room', () => {
    const long = reply({ body: sentences(15) })
    const is = (prepared: Reply, there: ReplySituation): boolean => mayBeThread(prepareReply(prepared, there), there)
    expect(is(long, situation())).toBe(true)
    expect(is(reply({ body: 'Short.' }), situation())).toBe(false)
    expect(is(long, situation({ surface: 'dm', limit: 300 }))).toBe(false)
    expect(is(reply({ body: `Hi , ${sentences(15)}` }), situation())).toBe(false)
    expect(is(reply({ body: `${sentences(15)} {issue}` }), situation())).toBe(false)
    expect(is(long, situation({ draft: 'x'.repeat(200) }))).toBe(false)
    expect(threadOf(prepareReply(reply({ body: 'Short.' }), situation()), situation(), 'plain')).toBeUndefined()
  })

  test('holds all its words and fits everywhere, whatever it says', () => {
    const bare = (text: string): string => text.replace(/\s+/g, '')
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Well.', 'https://example.com/x', '@name', '👨‍👩‍👧‍👦', '你好。', '5 km', 'and', '\n\n'), { minLength: 60, maxLength: 200 }), fc.integer({ min: 0, max: 180 }), fc.constantFrom(...NUMBERINGS), (pieces, drafted, numbering) => {
        const there = situation({ draft: 'd'.repeat(drafted) })
        const parts = threadOf(prepareReply(reply({ body: pieces.join(' ') }), there), there, numbering)?.texts
        if (!parts) return
        parts.forEach((part, index) => expect(weightedLength(part) + (index === 0 ? drafted : 0)).toBeLessThanOrEqual(280))
        const plain = parts.map((part) => (numbering === 'none' || parts.length === 1 ? part : part.replace(/ \(?\d+\/\d+\)?$/, '')))
        expect(bare(plain.join(''))).toBe(bare(pieces.join(' ')))
      }),
      { numRuns: 100 },
    )
  })
})

describe('what is left of a thread', () => {
  const begun = beginThread({ title: 'R', texts: ['one', 'two', 'three'], direct: false }, ada, 0)!

  test('goes on part by part and ends', () => {
    expect(nextPartHere(begun, situation())).toEqual({ text: 'two', number: 2, of: 3, length: 3, fits: true })
    const after = withoutNext(begun, 5)!
    expect(nextPartHere(after, situation())?.text).toBe('three')
    expect(withoutNext(after, 6)).toBeUndefined()
    expect(beginThread({ title: 'R', texts: ['one'], direct: false }, ada, 0)).toBeUndefined()
  })

  test('is offered to the same person, below our own post and where nobody is answered, and to nobody else', () => {
    const to = (customer: Handle | undefined) => nextPartHere(begun, situation({ around: { customer, account: us } }))?.text
    expect([to('ada' as Handle), to('northwindair' as Handle), to(undefined)]).toEqual(['two', 'two', 'two'])
    expect(to('grace' as Handle)).toBeUndefined()
    expect(nextPartHere(begun, situation({ surface: 'dm' }))).toBeUndefined()
  })

  test('says when it does not fit behind the draft, and is forgotten after an hour', () => {
    expect(nextPartHere(begun, situation({ draft: 'x'.repeat(278) }))).toMatchObject({ length: 281, fits: false })
    expect(nextPartHere(begun, situation({ now: 3_600_001 }))).toBeUndefined()
  })

  test('is read back as it was kept, and nothing else is one', () => {
    expect(toWaitingThread(structuredClone(begun))).toEqual(begun)
    for (const wrong of [undefined, 'thread', {}, { ...begun, parts: [1] }, { ...begun, next: '1' }]) expect(toWaitingThread(wrong)).toBeUndefined()
  })
})
