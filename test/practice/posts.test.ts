import { expect, test } from 'vitest'
import { LABELS } from './labels.ts'
import { DEFAULT_OPTIONS, LANGUAGES, readOptions } from './options.ts'
import { AUTHORED, post, postById, POSTS_PER_PERSON } from './posts.ts'

const world = DEFAULT_OPTIONS
const posts = Array.from({ length: 3000 }, (_, index) => post(world, index))

test('the same seed and index give the same post, in any order', () => {
  expect(post(world, 1234)).toEqual(posts[1234])
  expect(post(world, 99_999)).toEqual(post({ ...world }, 99_999))
  expect(post({ ...world, seed: 2 }, 1234)).not.toEqual(posts[1234])
})

test('a post is found by its id, and its id tells when it was written', () => {
  for (const made of [...posts, post(world, AUTHORED + 77)]) {
    expect(postById(world, made.id)).toEqual(made)
    expect(Number((BigInt(made.id) >> 22n) + 1_288_834_974_657n)).toBe(made.createdAt)
  }
  expect(postById(world, '1234567890123456789')).toBeUndefined()
})

test('the home timeline has every kind of post', () => {
  const has = (is: (made: (typeof posts)[number]) => boolean): number => posts.filter(is).length
  expect(has((made) => made.promoted)).toBeGreaterThan(50)
  expect(has((made) => made.repostedBy !== undefined)).toBeGreaterThan(100)
  expect(has((made) => made.quote !== undefined)).toBeGreaterThan(100)
  expect(has((made) => made.text === '')).toBeGreaterThan(50)
  expect(has((made) => made.text.length > 400)).toBeGreaterThan(50)
  expect(new Set(posts.map((made) => made.lang)).size).toBeGreaterThan(4)
})

test('a person’s own posts belong to that person', () => {
  for (const who of [0, 1, 15, 321]) for (let n = 0; n < POSTS_PER_PERSON; n += 1) expect(post(world, AUTHORED + who * POSTS_PER_PERSON + n).author).toBe(who)
})

test('every count is said with exactly one number, in plain digits', () => {
  for (const lang of LANGUAGES) {
    for (const say of Object.values(LABELS[lang].counted)) for (const n of [1, 2, 3, 11, 12_345, 2_596_467]) expect(say(n).match(/\d+/g)).toEqual([String(n)])
  }
})

test('options are read from an address and nonsense keeps the default', () => {
  expect(readOptions('?seed=7&lang=ar&theme=dark&hostile=1&posts=99')).toMatchObject({ seed: 7, lang: 'ar', dir: 'rtl', theme: 'dark', hostile: true, posts: 99 })
  expect(readOptions('?seed=x&lang=xx&q=hello')).toEqual(DEFAULT_OPTIONS)
})
