import { describe, expect, it } from 'vitest'
import { findAuthors } from '../../src/page/find-authors'
import { buildTree, hasSamples, sampleText } from './sample-tree'
import { readPost } from '../../src/page/read-post'
import { readUserCell } from '../../src/page/read-account'
import { POST, USER_CELL } from '../../src/page/x-selectors'

interface Expected {
  readonly articles: readonly Record<string, unknown>[]
  readonly userCells: readonly { readonly handle: string; readonly id: string | null }[]
  readonly profile: { readonly handle: string; readonly id: string } | null
}

const expected: Record<string, Expected> = hasSamples ? (JSON.parse(sampleText('expected.json')) as Record<string, Expected>) : {}
const pages = Object.keys(expected).filter((file) => file.endsWith('.html'))

describe.skipIf(!hasSamples)('saved pages of X (skipped without ../shared/x-samples)', () => {
  it.each(pages)('reads every post and every cell of %s, and nobody else', (file) => {
    const document = buildTree(sampleText(file))
    expect([...document.querySelectorAll(POST)].map((article) => flat(readPost(article)))).toEqual(expected[file]!.articles)
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

function flat(post: ReturnType<typeof readPost>) {
  if (!post) return undefined
  const { author, id, quoted, repostedBy, promoted, lang, counts } = post
  return {
    handle: author,
    id,
    isQuoteInside: quoted !== undefined,
    quotedHandle: quoted ?? null,
    isRepost: repostedBy !== undefined,
    promoted,
    ...counts,
    views: counts.views ?? null,
    lang: lang ?? null,
  }
}
