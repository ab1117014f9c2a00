import { describe, expect, it } from 'vitest'
import { concernOf, joinConcerns, MOST_CONCERNS } from '../../src/domain/concern'
import { toFacts } from '../../src/domain/to-facts'

const TRACKED = { names: ['Northwind'], topics: ['lost luggage', '行李'] }

describe('posts that concern us', () => {
  it('are told by our names before our topics, in any case and script', () => {
    expect(concernOf('Flying NORTHWIND again, no lost luggage', TRACKED)).toBe('brandName')
    expect(concernOf('Lost Luggage, day three', TRACKED)).toBe('topic')
    expect(concernOf('我的行李在哪里', TRACKED)).toBe('topic')
    expect(concernOf('Lovely weather', TRACKED)).toBeUndefined()
    expect(concernOf('anything', { names: [], topics: [] })).toBeUndefined()
  })

  it('are kept once each, the newest, as they were told last', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ at, concern: 'topic' as const }))
    expect(joinConcerns(many, [{ at: 49, concern: 'brandName' }])).toHaveLength(MOST_CONCERNS)
    expect(joinConcerns(many, [{ at: 49, concern: 'brandName' }])[0]).toEqual({ at: 49, concern: 'brandName' })
    expect(joinConcerns(undefined, undefined)).toEqual([])
  })

  it('come out of a message bounded, without what is none', () => {
    const facts = (concerns: unknown) => toFacts({ handle: 'ada', concerns })?.concerns
    expect(facts([{ at: 5, concern: 'topic' }, { at: 6, concern: 'love' }, { at: -1, concern: 'topic' }, null, 7])).toEqual([{ at: 5, concern: 'topic' }])
    expect(facts('x')).toBeUndefined()
    expect(facts(Array.from({ length: 99 }, () => ({ at: 1, concern: 'topic' })))).toHaveLength(MOST_CONCERNS)
  })
})
