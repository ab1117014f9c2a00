import { expect, it } from 'vitest'
import { makeFactsLearner } from '../../src/content/learn-facts'
import type { PersonCard } from '../../src/domain/card'
import type { Facts } from '../../src/domain/facts'
import { type Handle, keyOf } from '../../src/domain/handle'
import { makeTabMemory } from '../../src/features/people/tab-memory'
import { FACTS_FOUND, FACTS_WANTED } from '../../src/page/facts-events'
import type { AuthorPlace } from '../../src/page/find-authors'

const ada = 'Ada' as Handle

it('asks the page of somebody whose facts of today are kept who is protected, which is kept nowhere, and of nobody twice', () => {
  const document = new EventTarget() as Document
  const asked: unknown[] = []
  document.addEventListener(FACTS_WANTED, (event) => {
    asked.push(JSON.parse((event as CustomEvent<string>).detail))
    document.dispatchEvent(new CustomEvent(FACTS_FOUND, { detail: JSON.stringify([{ id: '7', screen_name: 'Ada', followers_count: 5, protected: true }]) }))
  })
  const memory = makeTabMemory()
  const kept: Facts = { handle: ada, xId: undefined, name: undefined, followers: 5, following: undefined, listed: undefined, posts: undefined, createdAt: undefined, source: 'state', seenAt: Date.now() }
  memory.keep([{ handle: ada, xId: undefined }], [{ key: keyOf(ada), facts: kept } as PersonCard])
  const learner = makeFactsLearner({ document, location: { pathname: '/home' } } as Window, memory, { viewer: () => undefined, settings: () => undefined })
  const place = { surface: 'quote', handle: ada } as unknown as AuthorPlace
  learner.learn([place], true)
  learner.learn([place], true)
  expect(memory.factsOf(ada)).toMatchObject({ followers: 5, isProtected: true })
  expect(asked).toEqual([['@ada']])
})
