import { expect, test } from 'vitest'
import { detailValues, languageIn, moodIn, stageIn, variableName } from '../../../../src/features/canned-replies/template/detail-values'
import { fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'

const DETAILS = [{ name: 'Shoe size', value: '42' }, { name: 'Größe', value: 'XL' }, { name: '尺寸', value: 'L' }, { name: 'Lifecycle', value: 'regular' }]

test('the user’s own fields are variables by their names', () => {
  const values = detailValues(DETAILS)
  const fill = (body: string) => fillTemplate(parseTemplate(body), { values, lang: 'en', now: 0 })
  expect(fill('{field.shoe_size} {field.grosse} {if lifecycle = "regular"}again{end}')).toMatchObject({ text: '42 XL again' })
  expect(fill('{field.hat_size}')).toMatchObject({ gaps: [{ name: 'field.hat_size' }] })
  expect(Object.keys(values)).toEqual(['field.shoe_size', 'pref.shoe_size', 'field.grosse', 'pref.grosse', 'field.lifecycle', 'pref.lifecycle', 'lifecycle'])
})

test('a stage is what the field of that name says', () => {
  expect([stageIn(DETAILS), stageIn([])]).toEqual(['regular', undefined])
  expect(variableName(' Größe (EU) ')).toBe('grosse_eu')
})

test('a mood is a number from -1 to 1 and can be asked for in a template', () => {
  const mood = (value: string) => moodIn([{ name: 'Sentiment', value }])
  expect(['-0.5', '0,5', '1', '2', '', 'bad'].map(mood)).toEqual([-0.5, 0.5, 1, undefined, undefined, undefined])
  const values = detailValues([{ name: 'sentiment', value: '-1' }])
  expect(fillTemplate(parseTemplate('{if sentiment < 0}Sorry{else}Hi{end}'), { values, lang: 'en', now: 0 })).toMatchObject({ text: 'Sorry' })
})

test('a language that somebody asked for is a language tag, and nothing else', () => {
  expect(['pt-BR', ' de ', 'Deutsch, bitte'].map((value) => languageIn([{ name: 'Language', value }]))).toEqual(['pt-BR', 'de', undefined])
})
