import { expect, test } from 'vitest'
import { type Filled, fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'
import { withPersonalLine } from '../../../../src/features/canned-replies/template/personal-line'

function filled(text: string): Filled {
  return fillTemplate(parseTemplate(text), { values: {}, lang: 'en', now: 0 }) as Filled
}

test('the writer’s own words stand at the first stop, and everything behind them moves along', () => {
  const line = withPersonalLine(filled('Thanks! {1|your words} \\{x\\} {2|more}{|}'), ' Hope the cat is better. ')
  expect(line.text).toBe('Thanks! Hope the cat is better. {x} more')
  expect(line.stops.map(({ number, at, end }) => [number, line.text.slice(at, end), at])).toEqual([[1, '', 31], [2, 'more', 36], [0, '', 40]])
  expect(line.literals.map(({ at, end }) => line.text.slice(at, end))).toEqual(['{', '}'])
})

test('they stand at the end where there is no stop for them', () => {
  expect(withPersonalLine(filled('Thanks!'), 'Say hi to Bo.').text).toBe('Thanks! Say hi to Bo.')
  expect(withPersonalLine(filled('Thanks!{|}'), 'Bye').text).toBe('Thanks! Bye')
})
