import { expect, it, describe } from 'vitest'
import type { Expected } from '../page/expected'
import { hasSamples, sampleText } from '../page/sample-tree'
import { eachBrowser } from './harness/each-browser.ts'
import { plainTree, showTree } from './readers/sample-page'

const expected: Record<string, Expected> = hasSamples ? (JSON.parse(sampleText('expected.json')) as Record<string, Expected>) : {}
const pages = Object.keys(expected).filter((file) => file.endsWith('.html'))

/** Every handle that a badge must name on a page, as often as it must. */
function authorsOf({ articles, userCells, profile }: Expected): readonly string[] {
  const ofPosts = articles.flatMap(({ handle, quotedHandle }) => [handle, quotedHandle].filter((name) => typeof name === 'string'))
  return [...ofPosts, ...userCells.map(({ handle }) => handle), ...(profile ? [profile.handle] : [])].sort()
}

/** expected.json leaves out the message drawer of older pages, whose rows link to the other side. */
function inMessageDrawer(): readonly string[] {
  const rows = [...document.querySelectorAll('[data-testid=conversation]')]
  return rows.flatMap((row) => row.querySelector('[data-testid=DM_Conversation_Avatar]')?.getAttribute('href')?.split('/').slice(-1) ?? [])
}

describe.skipIf(!hasSamples)('the whole extension on saved pages of X (skipped without ../shared/x-samples)', () => {
  eachBrowser('saved pages', ({ session, practice }) => {
    it.each(pages)('%s: one badge for each author, nobody else, no error', async (file) => {
      const profile = expected[file]!.profile
      const path = profile ? `/${profile.handle}` : '/saved-page'
      practice().serve(path, '<!doctype html><html><head><title>X</title></head><body></body></html>')
      const page = await session().openPage(path)
      await showTree(page, plainTree(sampleText(file)))
      const wanted = [...authorsOf(expected[file]!), ...(await page.evaluate(inMessageDrawer))].sort()
      const badges = await session().waitForBadges(page, (badges) => badges.length >= wanted.length)
      expect(badges.map(({ handle }) => handle).sort()).toEqual(wanted)
      if (profile) expect(badges.find(({ handle }) => handle === profile.handle)?.label).toMatch(/influence \d+/)
      expect(badges.every(({ text }) => text === '')).toBe(true)
      expect(session().consoleErrors(page).filter((error) => !/Failed to load resource|net::ERR|NS_ERROR|Content.Security.Policy/i.test(error))).toEqual([])
      await page.close()
    })
  })
})
