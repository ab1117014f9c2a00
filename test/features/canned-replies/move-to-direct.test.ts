import { expect, test } from 'vitest'
import type { Handle } from '../../../src/domain/handle'
import { moveToDirect } from '../../../src/features/canned-replies/move-to-direct'
import { prepareReply, type ReplySituation } from '../../../src/features/canned-replies/prepare-reply'
import { blankReply, type Reply, type ReplyId } from '../../../src/features/canned-replies/reply'
import { beginThread, nextPartHere } from '../../../src/features/canned-replies/thread'

const [ada, eve, us] = ['ada', 'eve', 'us'] as unknown as readonly [Handle, Handle, Handle]
const reply = (part: Partial<Reply>): Reply => ({ ...blankReply('r1' as ReplyId), title: 'R', ...part })
const situation = (part: Partial<ReplySituation> = {}): ReplySituation => ({ values: { first: 'Ada' }, surface: 'reply', limit: 280, numbering: 'plain', directReply: 'dm', languages: [], uses: [], draft: '', now: 0, seed: 1, find: () => undefined, around: { customer: ada, account: us }, ...part })
const moved = (body: string, there = situation(), part: Partial<Reply> = {}) => moveToDirect(prepareReply(reply({ body, ...part }), there), there)
const PRIVATE = 'We call you at +49 30 1234567.'

test('what would stand in public and is private waits for the direct message, behind a line that asks for one', () => {
  expect(moved(PRIVATE)?.parts).toEqual({ title: 'R', texts: ['Could you send me a DM, Ada? Then we can sort this out without your details in public.', PRIVATE], direct: true })
  expect(moved('The code is 7.', situation(), { scope: { surface: 'dm', accounts: [], teams: [], lifecycle: [] } })?.parts.texts[1]).toBe('The code is 7.')
  expect(moved('Thank you!')).toBeUndefined()
  expect(moved(PRIVATE, situation({ surface: 'dm' }))).toBeUndefined()
})

test('the line speaks the language of the reply, and is the team’s own where it has one that can go', () => {
  expect(moved(PRIVATE, situation(), { lang: 'de' })?.parts.texts[0]).toBe('Schickst du mir eine DM, Ada? Dann klären wir das, ohne dass hier alle mitlesen.')
  const own = { ...blankReply('own' as ReplyId), title: 'Own', body: 'Write to us, {first}' }
  const finding = (found: Reply) => situation({ find: (trigger) => (trigger === 'dm' ? found : undefined) })
  expect(moved(PRIVATE, finding(own))?.line.reply.id).toBe('own')
  expect(moved(PRIVATE, finding({ ...own, body: 'Write to us about {issue}' }))?.line.reply.id).toBe('direct-line')
  expect(moved(PRIVATE, finding({ ...own, body: 'Or mail@example.org' }))?.line.reply.id).toBe('direct-line')
})

test('the rest is offered in a direct message to that person and nowhere else', () => {
  const waiting = beginThread(moved(PRIVATE)!.parts, ada, 0)
  const offered = (part: Partial<ReplySituation>): string | undefined => nextPartHere(waiting, situation(part))?.text
  expect(offered({ surface: 'dm', limit: 10_000, now: 80_000_000 })).toBe(PRIVATE)
  expect(offered({})).toBeUndefined()
  for (const customer of [eve, us, undefined]) expect(offered({ surface: 'dm', around: { customer, account: us } })).toBeUndefined()
  expect(nextPartHere(beginThread(moved(PRIVATE)!.parts, undefined, 0), situation({ surface: 'dm' }))).toBeUndefined()
})
