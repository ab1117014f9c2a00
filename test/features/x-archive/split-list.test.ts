import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSplitter } from '../../../src/features/x-archive/split-list'
import { saying } from '../../in-english'

const HEAD = 'window.YTD.tweets.part0 = '

/** A text in pieces that end at these shares of it. */
function pieces(text: string, cuts: readonly number[]): readonly string[] {
  const places = [0, ...cuts.map((cut) => Math.floor(cut * text.length)).toSorted((one, other) => one - other), text.length]
  return places.slice(1).map((end, at) => text.slice(places[at], end))
}

describe('cutting a streamed list into its items', () => {
  it('finds every item whole, whatever is in it and wherever the stream was cut', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), cuts, fc.boolean(), (list, cuts, isIndented) => {
        const split = makeSplitter()
        const found = pieces(HEAD + JSON.stringify(list, null, isIndented ? 2 : 0), cuts).flatMap((piece) => split(piece))
        expect(found.map((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(list)))
      }),
    )
  })

  it('holds one item at a time, and none that no post can be as long as', () => {
    const split = makeSplitter()
    split(`${HEAD}[ {"a":"`)
    expect(saying(() => { for (let nth = 0; nth < 60; nth += 1) split('x'.repeat(100_000)) })).toThrow('larger than any post')
  })

  it('finds nothing in what is no list', () => {
    for (const nonsense of ['', 'window.YTD.x = ', '{}', '<html>', '}}]]']) expect(makeSplitter()(nonsense)).toEqual([])
  })
})
