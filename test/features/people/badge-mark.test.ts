import { expect, it } from 'vitest'
import type { Face } from '../../../src/features/people/badge-face'
import { withMark, withOldScore } from '../../../src/features/people/badge-mark'

const stranger: Face = { label: '@ada, influence 74, nothing known yet', tone: 'quiet', score: '74', contacts: undefined, tag: undefined, noted: false }
const press = { mark: 'press', colour: 'violet', when: { followers: 10 } } as const

it('puts the word of a rule before whatever stands there, and says it', () => {
  expect(withMark(stranger, press)).toMatchObject({ tone: 'known', tag: 'press', colour: 'violet', label: '@ada, influence 74, nothing known yet, press' })
  expect(withMark({ ...stranger, tone: 'known', tag: 'VIP +1' }, press)).toMatchObject({ tag: 'press · VIP +1' })
})

it('leaves a warning, and whom no rule holds for, alone', () => {
  const warning: Face = { ...stranger, tone: 'warn' }
  expect(withMark(warning, press)).toBe(warning)
  expect(withMark(stranger, undefined)).toBe(stranger)
})

it('marks a score by old numbers, and says so', () => {
  expect(withOldScore(stranger, 'older than 30 days')).toMatchObject({ score: '~74', label: '@ada, influence 74, nothing known yet, older than 30 days' })
})
