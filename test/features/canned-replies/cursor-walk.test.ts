import { expect, test } from 'vitest'
import { beginWalk, stopOf, walkOn } from '../../../src/features/canned-replies/cursor-walk'

/** Types words at the stop the walk is at. */
function typed(text: string, { at, end }: { readonly at: number; readonly end: number }, words: string): string {
  return text.slice(0, at) + words + text.slice(end)
}

const TEXT = 'Hi, a new one by Monday.'
const STOPS = [{ at: 4, end: 13 }, { at: 17, end: 23 }, { at: 24, end: 24 }]

test('a walk goes on behind what was typed, and back to it', () => {
  let text = `>> ${TEXT}`
  let walk = beginWalk(STOPS, 3, text.length)!
  expect(text.slice(stopOf(walk).at, stopOf(walk).end)).toBe('a new one')
  text = typed(text, stopOf(walk), 'two')
  walk = walkOn(walk, 1, text.length)!
  expect(text.slice(stopOf(walk).at, stopOf(walk).end)).toBe('Monday')
  text = typed(text, stopOf(walk), 'the day after')
  const back = walkOn(walk, -1, text.length)!
  expect(text.slice(stopOf(back).at, stopOf(back).end)).toBe('two')
  walk = walkOn(walk, 1, text.length)!
  expect(stopOf(walk)).toEqual({ at: text.length, end: text.length })
})

test('it ends behind the last stop and before the first; without stops there is none', () => {
  const walk = beginWalk(STOPS.slice(0, 1), 0, TEXT.length)!
  expect([walkOn(walk, 1, TEXT.length), walkOn(walk, -1, TEXT.length), beginWalk([], 0, 3)]).toEqual([undefined, undefined, undefined])
})
