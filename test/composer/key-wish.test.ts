import { expect, test } from 'vitest'
import { type Key, type KeyPlace, wishOf } from '../../src/composer/key-wish'

const key = (name: string, held: Partial<Key> = {}): Key => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })
const place = (text: string, more: Partial<KeyPlace> = {}): KeyPlace => ({ text, start: text.length, end: text.length, triggers: new Set(['ty']), isAuto: false, isCompleting: false, isJustExpanded: false, isWalking: false, ...more })

test('Tab expands a trigger, and only then and in a walk is it ours', () => {
  expect(wishOf(key('Tab'), place('Hi ty'))).toEqual({ wish: 'expand', trigger: 'ty' })
  expect(wishOf(key('Tab'), place('Hi'))).toBeUndefined()
  expect(wishOf(key('Tab'), place('Hi', { isWalking: true }))).toEqual({ wish: 'step', step: 1 })
  expect(wishOf(key('Tab', { shiftKey: true }), place('Hi ty', { isWalking: true }))).toEqual({ wish: 'step', step: -1 })
})

test('chords, completions and selections are not ours', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(wishOf(key('Tab', held), place('ty'))).toBeUndefined()
  expect(wishOf(key('Tab'), place('ty', { isCompleting: true }))).toBeUndefined()
  expect(wishOf(key('Tab'), place('ty', { start: 0 }))).toBeUndefined()
  expect(wishOf(key('/'), place('', { isCompleting: true }))).toBeUndefined()
  expect(wishOf(key('/'), place('abc', { start: 0 }))).toBeUndefined()
})

test('a slash opens the palette at the beginning of a word, whichever keys it takes', () => {
  expect(wishOf(key('/', { shiftKey: true }), place('Hi '))).toEqual({ wish: 'palette' })
  expect(wishOf(key('/'), place('Hi'))).toBeUndefined()
})

test('Backspace takes an expansion back right behind it, and never later', () => {
  expect(wishOf(key('Backspace'), place('Thanks', { isJustExpanded: true }))).toEqual({ wish: 'undo' })
  expect(wishOf(key('Backspace'), place('Thanks'))).toBeUndefined()
})

test('a space expands behind ;; alone, and only where that was asked for', () => {
  expect(wishOf(key(' '), place('Hi ;;ty', { isAuto: true }))).toEqual({ wish: 'expand', trigger: ';;ty' })
  expect(wishOf(key(' '), place('Hi ;;ty'))).toBeUndefined()
  for (const text of ['Hi ty', 'x;;ty', ';;tya', ';;', 'https://;;ty']) expect(wishOf(key(' '), place(text, { isAuto: true }))).toBeUndefined()
  expect(wishOf(key(' '), place(';;ty', { isAuto: true, isCompleting: true }))).toBeUndefined()
  expect(wishOf(key(' '), place(';;tyson', { isAuto: true, start: 4, end: 4 }))).toBeUndefined()
})
