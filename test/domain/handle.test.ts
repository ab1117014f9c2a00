import { expect, it } from 'vitest'
import { type Handle, keyOf, type PostId, postUrl, toHandle, toPostId, toXId } from '../../src/domain/handle'

it('takes a handle with or without @', () => {
  expect(toHandle('@Ada_99')).toBe('Ada_99')
  expect(toHandle('a')).toBe('a')
  expect(toHandle('@ABCDEFGHIJKLMNO')).toBe('ABCDEFGHIJKLMNO')
})

it.each(['', '@', '@@ada', 'ada lovelace', 'ABCDEFGHIJKLMNOP', 'ад', 'ada\n', 'a/b', '\u202Eada', undefined, 7, {}])('takes no handle out of %j', (value) => {
  expect(toHandle(value)).toBeUndefined()
})

it('folds handles for comparing', () => {
  expect(keyOf('ADA_I' as Handle)).toBe(keyOf('ada_i' as Handle))
})

it('takes ids as text of digits only', () => {
  expect(toXId('1')).toBe('1')
  expect(toPostId('18446744073709551615')).toBe('18446744073709551615')
  for (const bad of ['0', '01', '-1', '1.0', '1e3', '', ' 1', '1\n', '184467440737095516150', 12]) {
    expect(toXId(bad)).toBeUndefined()
    expect(toPostId(bad)).toBeUndefined()
  }
})

it('addresses a post', () => {
  expect(postUrl('ada' as Handle, '20' as PostId)).toBe('https://x.com/ada/status/20')
})
