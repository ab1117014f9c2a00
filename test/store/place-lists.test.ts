import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFirst } from '../../src/store/combine-lists'
import { BLOCK, blockIn, eachPlace, listKey, withoutPlace, withPlace } from '../../src/store/place-lists'

const placesIn = (list: string | undefined): readonly number[] => {
  const places: number[] = []
  if (list !== undefined) eachPlace(list, (place) => void places.push(place))
  return places
}
const listOf = (places: Iterable<number>): string => [...places].reduce<string | undefined>(withPlace, undefined) ?? ''
const blocksOf = (places: readonly number[]): readonly (readonly number[])[] => [...new Set(places.map((place) => Math.floor(place / BLOCK)))].map((number) => places.filter((place) => Math.floor(place / BLOCK) === number))
const block = fc.integer({ min: 0, max: 300 })
const inBlock = fc.integer({ min: 0, max: BLOCK - 1 })

describe('a list of the index', () => {
  it('holds whoever was added and not taken off, once and sorted, as a set does', () => {
    fc.assert(fc.property(block, fc.array(fc.tuple(inBlock, fc.boolean()), { maxLength: 60 }), (number, steps) => {
      const expected = new Set<number>()
      let list: string | undefined
      for (const [within, on] of steps) {
        const place = number * BLOCK + within
        list = on ? withPlace(list, place) : withoutPlace(list, place)
        if (on) expected.add(place)
        else expected.delete(place)
      }
      expect(placesIn(list)).toEqual([...expected].sort((one, other) => one - other))
      expect(list === undefined).toBe(expected.size === 0)
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
      const lists = needs.map((ranges) => ranges.map((range) => blocksOf(range).map(listOf)))
      expect([...bestFirst(lists)]).toEqual(expected.toSorted((one, other) => one.rank - other.rank || one.place - other.place))
    }))
  })
})
