import { expect, test } from 'vitest'
import type { PersonId } from '../../../src/domain/change'
import type { ReplyId } from '../../../src/features/canned-replies/reply'
import type { ReplyUse, UseId } from '../../../src/features/canned-replies/reply-use'
import { isLongUnused, shouldRetire, usageOf } from '../../../src/features/canned-replies/usage'

const DAY = 86_400_000

function use(at: number, fields: Partial<ReplyUse> = {}): ReplyUse {
  return { id: `u${at}` as UseId, reply: 'r' as ReplyId, variant: 0, picks: [], lang: 'en', at, surface: 'reply', length: 1, undone: false, ...fields }
}

test('uses, people, undos, edits, outcomes and the last time are told of each reply', () => {
  const [ada, eve] = ['ada', 'eve'] as unknown as readonly [PersonId, PersonId]
  const usage = usageOf([
    use(1, { person: ada, editShare: 0.2, outcome: 'thanked' }),
    use(2, { person: ada, editShare: 0.6, outcome: 'angry' }),
    use(3, { person: eve, editShare: 0, outcome: 'solved' }),
    use(4, { undone: true, editShare: 1, outcome: 'angry' }),
    use(5, { reply: 's' as ReplyId }),
  ])
  expect(usage.get('r' as ReplyId)).toEqual({ uses: 3, people: 2, lastUsed: 4, undoRate: 0.25, editShare: 0.2, keysSaved: 0, outcomes: { thanked: 1, angry: 1, solved: 1 }, outcome: 1 / 3 })
  expect(usage.get('s' as ReplyId)).toEqual({ uses: 1, people: 0, lastUsed: 5, undoRate: 0, editShare: undefined, keysSaved: 0, outcomes: {}, outcome: 0 })
  expect(usageOf([use(1, { editShare: 0.2 }), use(2, { editShare: 0.4 })]).get('r' as ReplyId)?.editShare).toBeCloseTo(0.3)
})

test('a reply is long unused after 90 days without a use, and not before it is so old', () => {
  const usage = usageOf([use(100 * DAY)]).get('r' as ReplyId)
  expect([189, 190].map((day) => isLongUnused({ created: 0 }, usage, day * DAY))).toEqual([false, true])
  expect([89, 90].map((day) => isLongUnused({ created: 0 }, undefined, day * DAY))).toEqual([false, true])
})

test('keys are saved by what stayed as it was inserted, less what picking takes; what was taken back saved none', () => {
  expect(usageOf([use(1, { length: 105, editShare: 0.2 }), use(2, { length: 55 }), use(3, { length: 3 }), use(4, { length: 500, undone: true })]).get('r' as ReplyId)?.keysSaved).toBe(79 + 50)
})

test('a reply is better retired once it frightened two, or made things worse for most of three who told', () => {
  const retired = (...outcomes: readonly ReplyUse['outcome'][]): boolean => shouldRetire(usageOf(outcomes.map((outcome, at) => use(at, { outcome }))).get('r' as ReplyId)!)
  expect([retired('frightened', 'solved', 'thanked', 'frightened'), retired('angry', 'asked again', 'thanked'), retired('angry', 'angry'), retired('solved', 'thanked', 'angry'), retired(undefined)]).toEqual([true, true, false, false, false])
})
