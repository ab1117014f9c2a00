import { describe, expect, it } from 'vitest'
import type { Handle, XId } from '../../src/domain/handle'
import { askPageFacts, pageFactsHealth } from '../../src/page/ask-page-facts'
import { FACTS_FOUND, FACTS_WANTED } from '../../src/page/facts-events'

const NOW = Date.UTC(2026, 10, 1)
const ADA = {
  id: '7', screen_name: 'Ada', name: 'Ada L.', followers_count: 5, friends_count: 6, statuses_count: 7, listed_count: 8,
  created_at: 'Sat Nov 18 19:16:56 +0000 2017',
}

/** A document whose page answers so; `detail` is dispatched as it is. */
function pageThat(...answers: readonly unknown[]): Document {
  const page = new EventTarget() as Document
  page.addEventListener(FACTS_WANTED, () => {
    for (const detail of answers) page.dispatchEvent(new CustomEvent(FACTS_FOUND, { detail }))
  })
  return page
}
const wanted = (handles: readonly string[], xIds: readonly string[] = []) => ({ handles: handles as readonly Handle[], xIds: xIds as readonly XId[] })
const ask = (page: Document, ...names: readonly string[]) => askPageFacts(page, wanted(names), NOW)

describe('asking the page for facts', () => {
  it('gives facts as domain words', () => {
    expect(ask(pageThat(JSON.stringify([ADA])), 'ada')).toEqual([
      {
        handle: 'Ada', xId: '7', name: 'Ada L.', followers: 5, following: 6, posts: 7, listed: 8,
        createdAt: Date.UTC(2017, 10, 18, 19, 16, 56), source: 'state', seenAt: NOW, isProtected: false,
      },
    ])
  })

  it('asks by handle and by id, a hundred at a time', () => {
    const questions: unknown[] = []
    const page = new EventTarget() as Document
    page.addEventListener(FACTS_WANTED, (event) => questions.push(JSON.parse((event as CustomEvent<string>).detail)))
    const many = Array.from({ length: 130 }, (_, at) => `U${at}`)
    askPageFacts(page, wanted([...many, 'u0'], ['42']), NOW)
    expect(questions).toEqual([many.slice(0, 100).map((name) => `@${name.toLowerCase()}`), [...many.slice(100).map((name) => `@${name.toLowerCase()}`), '42']])
  })

  it('asks nothing when nobody is wanted', () => {
    const page = new EventTarget() as Document
    page.addEventListener(FACTS_WANTED, () => expect.unreachable())
    expect(ask(page)).toEqual([])
  })

  it('believes only whom it asked for, once', () => {
    const claims = [ADA, { ...ADA, followers_count: 9 }, { ...ADA, screen_name: 'Eve', id: '8' }]
    expect(ask(pageThat(JSON.stringify(claims)), 'ada').map((facts) => [facts.handle, facts.followers])).toEqual([['Ada', 5]])
    expect(askPageFacts(pageThat(JSON.stringify(claims)), wanted([], ['8']), NOW).map((facts) => facts.handle)).toEqual(['Eve'])
  })

  it('takes the first answer of several, and none that comes later', async () => {
    expect(ask(pageThat(JSON.stringify([ADA]), '[]'), 'ada')).toHaveLength(1)
    const page = pageThat()
    const answer = ask(page, 'ada')
    page.dispatchEvent(new CustomEvent(FACTS_FOUND, { detail: JSON.stringify([ADA]) }))
    await Promise.resolve()
    expect(answer).toEqual([])
  })

  it('tells who lets their followers alone read them, and of nobody else that they do', () => {
    const hidden = (claim: unknown) => ask(pageThat(JSON.stringify([{ ...ADA, protected: claim }])), 'ada')[0]?.isProtected
    expect([true, false, 'true', 1, undefined].map(hidden)).toEqual([true, false, false, false, false])
  })

  it('drops single values that cannot be', () => {
    const odd = { ...ADA, id: 7, name: '\u202E', followers_count: -1, friends_count: '6', statuses_count: 1.5, listed_count: 1e99, created_at: '2099-01-01T00:00:00Z' }
    expect(ask(pageThat(JSON.stringify([odd])), 'ada')).toEqual([
      { handle: 'Ada', xId: undefined, name: undefined, followers: undefined, following: undefined, posts: undefined, listed: undefined, createdAt: undefined, source: 'state', seenAt: NOW, isProtected: false },
    ])
  })

  const thrower = { get length(): number { throw new Error('mine') } }
  it.each([
    undefined, null, 7, '', '{', 'null', '"no state"', '{"length":5}', '[null,1,"x",[],{}]', '[{"screen_name":{"toString":1}}]', `[${'['.repeat(90_000)}`,
    `"${'x'.repeat(300_000)}"`, '[{"__proto__":{"screen_name":"ada"}}]', thrower, [ADA],
  ])('gives nothing and does not throw for answer %#', (detail) => {
    expect(ask(pageThat(detail), 'ada')).toEqual([])
  })

  it('bears an event without a detail, and one whose detail may not be read', () => {
    const page = new EventTarget() as Document
    page.addEventListener(FACTS_WANTED, () => {
      page.dispatchEvent(new Event(FACTS_FOUND))
      page.dispatchEvent(Object.defineProperty(new Event(FACTS_FOUND), 'detail', { get: () => { throw new Error('Permission denied') } }))
    })
    expect(ask(page, 'ada')).toEqual([])
  })
})

describe('the health of page facts', () => {
  it.each([['[]', 'ready'], ['"no state"', 'no state'], ['{}', 'silent']] as const)('after %s is %s', (detail, health) => {
    expect(pageFactsHealth(pageThat(detail))).toBe(health)
  })
  it('is silent where nobody answers', () => {
    expect(pageFactsHealth(pageThat())).toBe('silent')
  })
})
