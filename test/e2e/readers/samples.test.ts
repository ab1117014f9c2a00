import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasSamples, sampleText } from '../../page/sample-tree'
import { flatPost, type Expected } from '../../page/expected'
import { bundleReaders, openAt, openBrowser, plainTree, showTree } from './sample-page'

const expected: Record<string, Expected> = hasSamples ? (JSON.parse(sampleText('expected.json')) as Record<string, Expected>) : {}
const pages = Object.keys(expected).filter((file) => file.endsWith('.html'))

describe.skipIf(!hasSamples).each(['chromium', 'firefox'] as const)('saved pages of X in %s (skipped without ../shared/x-samples)', (kind) => {
  let browser: Browser
  let script: string
  beforeAll(async () => {
    script = await bundleReaders()
    browser = await openBrowser(kind)
  })
  afterAll(() => browser.close())

  async function open(file: string): Promise<Page> {
    const page = await openAt(browser, 'https://x.com/')
    await showTree(page, plainTree(sampleText(file)))
    await page.evaluate(script)
    return page
  }

  it.each(pages)('reads every post and every account of %s, and nobody else', async (file) => {
    const page = await open(file)
    const read = await page.evaluate(() => {
      const { POST, USER_CELL, countsOf, readPost, readUserCell } = regularsReaders
      return {
        posts: [...document.querySelectorAll(POST)].map((article) => ({ post: readPost(article) ?? null, counts: countsOf(article) })),
        cells: [...document.querySelectorAll(USER_CELL)].map((cell) => readUserCell(cell) ?? null),
      }
    })
    expect(read.posts.map(({ post, counts }) => flatPost(post ?? undefined, counts))).toEqual(expected[file]!.articles)
    expect(read.cells.map((cell) => ({ handle: cell?.handle, id: cell?.xId ?? null }))).toEqual(expected[file]!.userCells)
    await page.close()
  })

  it.each(pages.filter((file) => file !== 'tweet-quote.html'))('has room on the line for every badge of %s: nothing becomes higher or moves up or down', async (file) => {
    const page = await open(file)
    const faults = await page.evaluate(() => {
      const { findAuthors } = regularsReaders
      // No sample has a repost: make one of the pinned post's line, which is built alike.
      for (const pinned of document.querySelectorAll('[data-testid="socialContext"]:not(a *)')) {
        const link = document.createElement('a')
        link.setAttribute('href', '/somebody_else')
        link.className = pinned.className
        link.style.cssText = (pinned as HTMLElement).style.cssText
        pinned.replaceWith(link)
        link.append(pinned)
        pinned.textContent = 'Somebody Else reposted'
      }
      const places = findAuthors(document.documentElement)
      const seen = places.map(({ element }) => [element, ...element.querySelectorAll('*')].map((node) => ({ node, box: node.getBoundingClientRect() })))
      const hosts = places.map(({ anchor }) => {
        const host = document.createElement('span')
        host.style.cssText = 'all:initial;display:inline-block;flex:none;width:7em;height:1.25em;font-size:.8125rem;vertical-align:middle;align-self:center;margin-inline-start:.3em'
        anchor.append(host)
        return host
      })
      const wanted = document.querySelectorAll('[data-testid="socialContext"]').length
      if (places.filter(({ surface }) => surface === 'repost').length !== wanted) return ['a repost has no place']
      return places.flatMap(({ surface, element, handle }, index) => {
        const unit = element.getBoundingClientRect()
        const host = hosts[index]!.getBoundingClientRect()
        const moved = seen[index]!.filter(({ node, box }) => {
          const now = node.getBoundingClientRect()
          return Math.abs(now.top - box.top) > 0.6 || Math.abs(now.height - box.height) > 0.6
        })
        const first = moved[0] && moved[0].node.outerHTML.slice(0, 120)
        const shown = seen[index]![0]!.box.height > 0
        const outside = shown && (host.right > unit.right + 1 || host.left < unit.left || host.width < 70 || host.top < unit.top || host.bottom > unit.bottom)
        const covered = [...element.querySelectorAll('button,time')].some((node) => {
          const box = node.getBoundingClientRect()
          return box.width > 0 && box.right > host.left + 1 && box.left < host.right - 1 && box.bottom > host.top && box.top < host.bottom
        })
        return moved.length > 0 || outside || covered ? [{ surface, handle, moved: moved.length, first, outside, covered, host: host.toJSON() as unknown, unit: unit.toJSON() as unknown }] : []
      })
    })
    expect(faults).toEqual([])
    await page.close()
  })
})
