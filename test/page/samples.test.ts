import { describe, expect, it } from 'vitest'
import { findAuthors } from '../../src/page/find-authors'
import { type Expected, flatPost } from './expected'
import { buildTree, hasSamples, sampleText } from './sample-tree'
import { toHandle } from '../../src/domain/handle'
import { countsOf } from '../../src/page/read-counts'
import { readPost } from '../../src/page/read-post'
import { readProfileFacts } from '../../src/page/read-profile-facts'
import { readShownFacts } from '../../src/page/read-shown-facts'
import { readUserCell } from '../../src/page/read-account'
import { POST, USER_CELL } from '../../src/page/x-selectors'

const expected: Record<string, Expected> = hasSamples ? (JSON.parse(sampleText('expected.json')) as Record<string, Expected>) : {}
const pages = Object.keys(expected).filter((file) => file.endsWith('.html'))

describe.skipIf(!hasSamples)('saved pages of X (skipped without ../shared/x-samples)', () => {
  it.each(pages)('reads every post and every cell of %s, and nobody else', (file) => {
    const document = buildTree(sampleText(file))
    expect([...document.querySelectorAll(POST)].map((article) => flatPost(readPost(article), countsOf(article)))).toEqual(expected[file]!.articles)
    const cells = [...document.querySelectorAll(USER_CELL)].map(readUserCell)
    expect(cells.map((cell) => ({ handle: cell?.handle, id: cell?.xId ?? null }))).toEqual(expected[file]!.userCells)
  })

  it.each(pages)('reads off %s no answer that is none, and the numbers that the profile shows as those that it states', (file) => {
    const document = buildTree(sampleText(file))
    expect([...document.querySelectorAll(POST)].filter((article) => readPost(article)?.answers)).toEqual([])
    const handle = expected[file]!.profile && toHandle(document.querySelector('[data-testid="UserName"]')?.textContent?.match(/@(\w+)/)?.[1])
    if (!handle) return
    const [stated, shown] = [readProfileFacts(document, handle, 1), readShownFacts(document.documentElement, { handle, xId: undefined }, 'en', 1)]
    expect(shown?.following).toBe(stated?.following)
    expect(Math.abs(shown!.followers! / stated!.followers! - 1)).toBeLessThan(0.05)
  })

  it.each(pages)('finds one place for each author of %s', (file) => {
    const places = findAuthors(buildTree(sampleText(file)).documentElement)
    const { articles, userCells, profile } = expected[file]!
    const count = (surface: string) => places.filter((place) => place.surface === surface).length
    expect([count('post'), count('quote'), count('account'), count('profile')]).toEqual([
      articles.length,
      articles.filter((article) => article['isQuoteInside']).length,
      userCells.length,
      profile ? 1 : 0,
    ])
  })

  it.each(pages)('never takes a post of %s for another person, whatever part of it is lost or swapped', (file) => {
    const document = buildTree(sampleText(file))
    const next = randomNumbers(7)
    for (const [index, article] of [...document.querySelectorAll(POST)].entries()) {
      const { handle, quotedHandle } = expected[file]!.articles[index]!
      for (let round = 0; round < 60; round++) {
        const broken = article.cloneNode(true) as Element
        for (let times = 0; times < 4; times++) harm(broken, document, next)
        const post = readPost(broken)
        expect([handle, undefined]).toContain(post?.author)
        if (post) expect([quotedHandle, null]).toContain(post.quoted ?? null)
      }
    }
  })
})

/** Numbers from 0 up to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** Takes a part out, hides what it is called, or moves it elsewhere. */
function harm(article: Element, document: Document, next: () => number): void {
  const all = article.querySelectorAll('*')
  const one = all[Math.floor(next() * all.length)]
  const other = all[Math.floor(next() * all.length)]
  const kind = next()
  if (!one || !other) return
  if (kind < 0.3) one.remove()
  else if (kind < 0.6) one.removeAttribute(['data-testid', 'role', 'href'][Math.floor(next() * 3)]!)
  else if (kind < 0.8 && !one.contains(other)) other.append(one)
  else one.replaceWith(document.createElement('div'))
}
