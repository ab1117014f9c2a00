import { expect, test } from 'vitest'
import { detailValues, stageIn, variableName } from '../../../../src/features/canned-replies/template/detail-values'
import { fillTemplate } from '../../../../src/features/canned-replies/template/fill-template'
import { parseTemplate } from '../../../../src/features/canned-replies/template/parse-template'

const DETAILS = [{ name: 'Shoe size', value: '42' }, { name: 'Größe', value: 'XL' }, { name: '尺寸', value: 'L' }, { name: 'Lifecycle', value: 'regular' }]

test('the user’s own fields are variables by their names', () => {
  const values = detailValues(DETAILS)
  const fill = (body: string) => fillTemplate(parseTemplate(body), { values, lang: 'en', now: 0 })
  expect(fill('{field.shoe_size} {field.grosse} {if lifecycle = "regular"}again{end}')).toMatchObject({ text: '42 XL again' })
  expect(fill('{field.hat_size}')).toMatchObject({ gaps: [{ name: 'field.hat_size' }] })
  expect(Object.keys(values)).toEqual(['field.shoe_size', 'field.grosse', 'field.lifecycle', 'lifecycle'])
})

test('a stage is what the field of that name says', () => {
  expect([stageIn(DETAILS), stageIn([])]).toEqual(['regular', undefined])
  expect(variableName(' Größe (EU) ')).toBe('grosse_eu')
})
