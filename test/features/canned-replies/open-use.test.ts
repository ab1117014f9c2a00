import { expect, test } from 'vitest'
import { openUse } from '../../../src/features/canned-replies/open-use'
import { type ReplyUse, toReplyUse } from '../../../src/features/canned-replies/reply-use'

const HOUR = 3_600_000
const use = (id: string, part: Partial<ReplyUse> = {}): ReplyUse => ({ ...toReplyUse({ id, reply: 'r1', variant: 0, picks: [], lang: '', at: 0, surface: 'reply', length: 9, undone: false }), ...part })

test('what came of the last reply is asked once, and not before anybody can know', () => {
  expect(openUse([use('a'), use('b', { at: HOUR })], 2 * HOUR)?.id).toBe('b')
  expect(openUse([use('a'), use('b', { at: HOUR, outcome: 'thanked' })], 2 * HOUR)).toBeUndefined()
  expect(openUse([use('a', { at: HOUR })], HOUR + 60_000)).toBeUndefined()
  expect(openUse([use('a'), use('b', { at: HOUR, undone: true })], 2 * HOUR)?.id).toBe('a')
  expect(openUse([], HOUR)).toBeUndefined()
})
