import { describe, expect, it } from 'vitest'
import { findAuthors } from '../../src/page/find-authors'
import { type Expected, flatPost } from './expected'
import { buildTree, hasSamples, sampleText } from './sample-tree'
import { readPost } from '../../src/page/read-post'
import { readUserCell } from '../../src/page/read-account'
import { POST, USER_CELL } from '../../src/page/x-selectors'

const expected: Record<string, Expected> = hasSamples ? (JSON.parse(sampleText('expected.json')) as Record<string, Expected>) : {}
const pages = Object.keys(expected).filter((file) => file.endsWith('.html'))

describe.skipIf(!hasSamples)('saved pages of X (skipped without ../shared/x-samples)', () => {
  it.each(pages)('reads every post and every cell of %s, and nobody else', (file) => {
    const document = buildTree(sampleText(file))
    expect([...document.querySelectorAll(POST)].map((article) => flatPost(readPost(article)))).toEqual(expected[file]!.articles)
    const cells = [...document.querySelectorAll(USER_CELL)].map(readUserCell)
    expect(cells.map((cell) => ({ handle: cell?.handle, id: cell?.xId ?? null }))).toEqual(expected[file]!.userCells)
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
})
