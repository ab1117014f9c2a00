import { expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from './options.ts'
import { person, personIndexOfHandle, personIndexOfId } from './people.ts'

const world = DEFAULT_OPTIONS
const crowd = Array.from({ length: 2000 }, (_, index) => person(world, index))

test('the same seed and index give the same person', () => {
  expect(crowd).toEqual(Array.from({ length: 2000 }, (_, index) => person({ ...world }, index)))
  expect(person({ ...world, seed: 2 }, 300)).not.toEqual(crowd[300])
})

test('handles are valid and nobody shares a handle or an id', () => {
  expect(crowd.filter(({ handle }) => !/^\w{1,15}$/.test(handle))).toEqual([])
  expect(new Set(crowd.map(({ handle }) => handle.toLowerCase())).size).toBe(crowd.length)
  expect(new Set(crowd.map(({ id }) => id)).size).toBe(crowd.length)
})

test('a handle and an id lead back to their person', () => {
  for (const { index, handle, id } of [...crowd, person(world, 99_999)]) {
    expect(personIndexOfHandle(world, handle.toUpperCase())).toBe(index)
    expect(personIndexOfId(id)).toBe(index)
  }
  expect(personIndexOfHandle(world, 'nobody_here')).toBeUndefined()
  expect(personIndexOfId('123')).toBeUndefined()
})

test('most people have few followers and a few have very many', () => {
  const followers = crowd.map((one) => one.followers).sort((a, b) => a - b)
  expect(followers[1000]).toBeGreaterThan(100)
  expect(followers[1000]).toBeLessThan(1000)
  expect(followers.at(-1)).toBeGreaterThan(50_000)
})
