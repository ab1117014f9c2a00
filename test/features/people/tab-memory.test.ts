import { describe, expect, it } from 'vitest'
import type { Facts } from '../../../src/domain/facts'
import type { Handle, HandleKey, PostId, XId } from '../../../src/domain/handle'
import type { Post } from '../../../src/domain/post'
import { makeTabMemory } from '../../../src/features/people/tab-memory'

const ada = 'ada' as Handle
const facts = (given: Partial<Facts> = {}): Facts => ({
  handle: ada, xId: undefined, name: undefined, followers: 900, following: undefined, listed: undefined, posts: undefined, createdAt: undefined, source: 'state', seenAt: 1, ...given,
})
const post = (id: string, reposts: number, likes: number): Post => ({
  author: ada, id: id as PostId, postedAt: 1, reactions: { reposts, likes }, answers: false, lang: 'sv', promoted: false, repostedBy: undefined, quoted: undefined,
})

describe('what a tab remembers of an author', () => {
  it('counts the reactions on posts and knows which it counted, whether facts came before or after', () => {
    const memory = makeTabMemory()
    expect(memory.countPost(post('1', 2, 10), 5)).toBe(false)
    memory.keepFacts([facts()])
    expect(memory.countPost(post('2', 4, 30), 6)).toBe(true)
    expect([memory.isCounted('2' as PostId), memory.isCounted('3' as PostId)]).toEqual([true, false])
    expect(memory.factsOf(ada)).toMatchObject({ followers: 900, lang: 'sv', reactions: { posts: 2, reposts: 6, likes: 40, seenAt: 6 } })
    memory.keepFacts([facts({ followers: 901, seenAt: 9 })])
    expect(memory.factsOf(ada)).toMatchObject({ followers: 901, reactions: { posts: 2 } })
  })

  it('keeps what earlier days say of reactions until it saw as much itself', () => {
    const memory = makeTabMemory()
    memory.keepFacts([facts({ reactions: { posts: 12, reposts: 24, likes: 100, seenAt: 0 } })])
    memory.countPost(post('1', 0, 0), 5)
    expect(memory.factsOf(ada)?.reactions?.posts).toBe(12)
    for (let id = 2; id <= 10; id += 1) memory.countPost(post(String(id), 0, 0), 6)
    expect(memory.factsOf(ada)?.reactions).toMatchObject({ posts: 10, reposts: 0 })
  })

  it('keeps an exact number when a rounded one comes', () => {
    const memory = makeTabMemory()
    memory.keepFacts([facts({ followers: 12_345 })])
    memory.keepFacts([facts({ followers: 12_300, source: 'shown', seenAt: 9 })])
    expect(memory.factsOf(ada)?.followers).toBe(12_345)
  })

  it('knows whom the background told of, until that is out of date, and nobody whom it counted alone', () => {
    const memory = makeTabMemory()
    memory.countPost(post('1', 0, 0), 5)
    expect(memory.knows({ handle: ada, xId: undefined })).toBe(false)
    memory.keep([{ handle: ada, xId: '7' as XId }], [])
    expect([undefined, '7', '8'].map((xId) => memory.knows({ handle: ada, xId: xId as XId | undefined }))).toEqual([true, true, false])
    memory.forget(['ada' as unknown as HandleKey])
    expect(memory.knows({ handle: ada, xId: undefined })).toBe(false)
    memory.keep([{ handle: ada, xId: undefined }], [])
    expect(memory.knows({ handle: ada, xId: undefined })).toBe(true)
  })

  it('keeps the authors that were seen last, and lets the others go', () => {
    const memory = makeTabMemory(10)
    const handles = Array.from({ length: 100 }, (_, n) => `author_${n}` as Handle)
    for (const handle of handles) {
      memory.keepFacts([facts({ handle: ada }), facts({ handle })])
      expect(memory.factsOf(ada)).toBeDefined()
    }
    // From the last one on: looking at an author counts as seeing them.
    const held = handles.toReversed().filter((handle) => memory.factsOf(handle) !== undefined)
    expect(held.length).toBeLessThanOrEqual(20)
    expect(held).toEqual(expect.arrayContaining(handles.slice(-9)))
  })
})
