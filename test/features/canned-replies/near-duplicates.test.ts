import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearDuplicates } from '../../../src/features/canned-replies/near-duplicates'
import { blankReply, type Reply, type ReplyId } from '../../../src/features/canned-replies/reply'

const reply = (id: string, body: string, part: Partial<Reply> = {}): Reply => ({ ...blankReply(id as ReplyId), title: id, body, ...part })
const pairsOf = (replies: readonly Reply[]): readonly string[] => Array.from(nearDuplicates(replies), ([id, others]) => `${id}: ${others.map(({ id }) => id).sort().join()}`).sort()

const SORRY = 'Hi {first|"there"}, sorry that your parcel is late. I have asked the carrier and come back to you by tomorrow.'

test('replies that say nearly the same find each other, whatever signs, accents and places they have', () => {
  expect(pairsOf([
    reply('a', SORRY),
    reply('b', 'Hello {name}! Sorry that your parcel is late: I have asked the carrier, and come back to you by tomorrow'),
    reply('c', 'Thank you for telling us. It is mended.'),
  ])).toEqual(['a: b', 'b: a'])
})

test('a way of saying it counts, in any language; ways of one reply and the archive do not', () => {
  expect(pairsOf([reply('a', 'Quite another', { langs: { de: ['Danke, dass Sie uns das sagen!'] } }), reply('b', 'Nothing like it', { variants: ['Danke dass Sie uns das sagen'] })])).toEqual(['a: b', 'b: a'])
  expect(pairsOf([reply('a', SORRY, { variants: [SORRY] })])).toEqual([])
  expect(pairsOf([reply('a', SORRY), reply('b', SORRY, { archived: true })])).toEqual([])
})

test('short ones are compared too', () => {
  expect(pairsOf([reply('a', 'Ok'), reply('b', 'OK!'), reply('c', 'No')])).toEqual(['a: b', 'b: a'])
})

test('finds what comparing each with each finds', () => {
  const words = fc.array(fc.constantFrom('late', 'parcel', 'sorry', 'thanks', 'we', 'look', 'tomorrow'), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '))
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 12 }), (bodies) => {
      const replies = bodies.map((body, index) => reply(`r${index}`, body))
      const slow = replies.flatMap((one, index) => replies.slice(index + 1).filter((other) => nearDuplicates([one, other]).size > 0).flatMap((other) => [`${one.id} ${other.id}`]))
      const fast = Array.from(nearDuplicates(replies)).flatMap(([id, others]) => others.filter((other) => replies.findIndex((r) => r.id === id) < replies.indexOf(other)).map((other) => `${id} ${other.id}`))
      expect([...fast].sort()).toEqual([...slow].sort())
    }),
  )
})
