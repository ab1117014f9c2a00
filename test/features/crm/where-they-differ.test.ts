import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whereTheyDiffer } from '../../../src/features/crm/where-they-differ'

describe('where two texts differ', () => {
  it('is the words in the middle, whole ones', () => {
    expect(whereTheyDiffer('Likes black tea with milk', 'Likes blue, strong tea with milk')).toEqual([
      { before: 'Likes ', own: 'black ', after: 'tea with milk' },
      { before: 'Likes ', own: 'blue, strong ', after: 'tea with milk' },
    ])
  })

  it('is nothing in texts that are alike, and all of those that share no word', () => {
    expect(whereTheyDiffer('tea', 'tea')).toEqual([{ before: 'tea', own: '', after: '' }, { before: 'tea', own: '', after: '' }])
    expect(whereTheyDiffer('tea', 'coffee')).toEqual([{ before: '', own: 'tea', after: '' }, { before: '', own: 'coffee', after: '' }])
    expect(whereTheyDiffer('', 'tea')).toEqual([{ before: '', own: '', after: '' }, { before: '', own: 'tea', after: '' }])
  })

  it('does not count a word twice where one text repeats it', () => {
    expect(whereTheyDiffer('tea tea', 'tea')).toEqual([{ before: '', own: 'tea ', after: 'tea' }, { before: '', own: '', after: 'tea' }])
  })

  it('keeps every sign of both', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(whereTheyDiffer(one, other).map(({ before, own, after }) => before + own + after)).toEqual([one, other])
    }))
  })
})
