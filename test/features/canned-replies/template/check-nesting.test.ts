import { describe, expect, test } from 'vitest'
import { blankReply, type Reply, type ReplyId } from '../../../../src/features/canned-replies/reply'
import { checkNesting } from '../../../../src/features/canned-replies/template/check-nesting'

const bodies = (held: Readonly<Record<string, string>>) => (trigger: string): Reply | undefined => (held[trigger] === undefined ? undefined : { ...blankReply(trigger as ReplyId), body: held[trigger] })

describe('replies in replies', () => {
  test('that are there and end are right', () => {
    expect(checkNesting('Hi {> a} and {> a}', ['me'], bodies({ a: '{> b}', b: 'x' }))).toEqual([])
  })

  test('that are not there are named where they stand', () => {
    expect(checkNesting('Hi {> nowhere}', ['me'], bodies({}))).toEqual([{ code: 'unknown reply', at: 3, end: 14, about: 'nowhere' }])
  })

  test('that come back say on which way', () => {
    expect(checkNesting('{> a}', ['me', 'myself'], bodies({ a: '{> b}', b: '{> myself}', myself: '' }))).toMatchObject([{ code: 'cycle', about: 'me > a > b > myself' }])
    expect(checkNesting('{> a}', [], bodies({ a: '{> b}', b: '{> a}' }))).toMatchObject([{ code: 'cycle', about: 'a > b > a' }])
    expect(checkNesting('{> me}', ['me'], bodies({ me: '' }))).toMatchObject([{ code: 'cycle', about: 'me > me' }])
  })

  test('that stand too deep in each other say so', () => {
    const chain = Object.fromEntries(Array.from({ length: 6 }, (_none, index) => [`r${index}`, index === 5 ? 'end' : `{> r${index + 1}}`]))
    expect(checkNesting('{> r1}', ['me'], bodies(chain))).toEqual([])
    expect(checkNesting('{> r0}', ['me'], bodies(chain))).toMatchObject([{ code: 'depth', about: 'r0 > r1 > r2 > r3 > r4 > r5' }])
  })

  test('that branch without end are looked at once each', () => {
    const wide = Object.fromEntries(Array.from({ length: 20 }, (_none, index) => [`r${index}`, `{> r${index + 1}}`.repeat(20)]))
    expect(checkNesting('{> r0}', [], bodies({ ...wide, r20: 'end' }))).toMatchObject([{ code: 'depth' }])
  })
})
