import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFirst } from '../../src/store/combine-lists'
import { BLOCK, blockIn, changeList, eachPlace, listKey } from '../../src/store/place-lists'

const placesIn = (list: string | undefined, rest = ''): readonly number[] => {
  const places: number[] = []
  if (list !== undefined) eachPlace(list, rest, (place) => void places.push(place))
  return places.sort((one, other) => one - other)
}
const listOf = (places: readonly number[]): string => changeList(undefined, listKey('t', places[0] ?? 0), places.map((place) => ({ rest: '', place, isOn: true }))) ?? ''
const blocksOf = (places: readonly number[]): readonly (readonly number[])[] => [...new Set(places.map((place) => Math.floor(place / BLOCK)))].map((number) => places.filter((place) => Math.floor(place / BLOCK) === number))
const block = fc.integer({ min: 0, max: 60_000 })
const inBlock = fc.integer({ min: 0, max: BLOCK - 1 })
const rests = fc.constantFrom('', 'a', 'ab', 'abc', 'é', '京', '\uF900', '𐐨', '_1')

describe('a list of the index', () => {
  it('holds whoever was added and not taken off, by the rest of the word, as a set does', () => {
    fc.assert(fc.property(block, fc.array(fc.tuple(rests, inBlock, fc.boolean()), { maxLength: 60 }), rests, (number, steps, asked) => {
      const expected = new Set<string>()
      let list: string | undefined
      for (const [rest, within, isOn] of steps) {
        const place = number * BLOCK + within
        list = changeList(list, listKey('nida', place), [{ rest, place, isOn }])
        if (isOn) expected.add(`${place} ${rest}`)
        else expected.delete(`${place} ${rest}`)
      }
      const begin = [...expected].filter((one) => one.slice(one.indexOf(' ') + 1).startsWith(asked)).map((one) => Number(one.slice(0, one.indexOf(' '))))
      expect(placesIn(list, asked)).toEqual(begin.sort((one, other) => one - other))
      expect(list === undefined).toBe(expected.size === 0)
    }))
  })

  it('is the same of many changes at once as of one after the other', () => {
    fc.assert(fc.property(fc.array(fc.record({ rest: rests, place: inBlock, isOn: fc.boolean() }), { maxLength: 60 }), (changes) => {
      const stepwise = changes.reduce<string | undefined>((list, change) => changeList(list, listKey('nida', 0), [change]), undefined)
      for (const rest of ['', 'a', 'ab', '京']) expect(placesIn(changeList(undefined, listKey('nida', 0), changes), rest)).toEqual(placesIn(stepwise, rest))
    }))
  })

  it('is kept under its term and its block', () => {
    fc.assert(fc.property(block, inBlock, (number, within) => {
      expect(blockIn(listKey('nida', number * BLOCK + within))).toBe(number)
    }))
    expect([listKey('nida', 0), listKey('nida', BLOCK)].toSorted()).toEqual(['nida\u00000000', 'nida\u00000001'])
  })
})

describe('lists put together', () => {
  it('give those who are on one of every need, the better ones first', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map((place) => place * 500), { maxLength: 25 })
    fc.assert(fc.property(fc.array(fc.array(places, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (needs) => {
      const rankOf = (place: number): number => needs.reduce((sum, ranges) => sum + (ranges.findIndex((range) => range.includes(place)) + 1 || Number.NaN), 0)
      const expected = Array.from({ length: 41 }, (_none, place) => place * 500).map((place) => ({ place, rank: rankOf(place) })).filter(({ rank }) => !Number.isNaN(rank))
      const lists = needs.map((ranges) => ranges.map((range) => ({ lists: blocksOf(range).map(listOf), rest: '' })))
      expect([...bestFirst(lists)]).toEqual(expected.toSorted((one, other) => one.rank - other.rank || one.place - other.place))
    }))
  })
})
