import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../src/store/migrations.ts'
import { LATEST_TABLES, makeOldDatabase, OLD_TABLES, rowsOf } from '../store/old-databases.ts'
import { BARE_PAGE } from './harness/background.ts'
import { eachBrowser } from './harness/each-browser.ts'

const NEWER = MIGRATIONS.length + 7

interface Answered {
  readonly gives?: unknown
  readonly error?: string
}

describe('an update of the extension', () => {
  eachBrowser('over a database', ({ session }) => {
    /** Leaves a database as an old or a newer version did, then starts this version as an update does. */
    async function startOver(version: number, tables: (typeof OLD_TABLES)[number]): Promise<Page> {
      const bare = await session().openExtensionPage(BARE_PAGE)
      await bare.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const deleting = indexedDB.deleteDatabase('regulars')
            deleting.addEventListener('success', () => resolve())
            deleting.addEventListener('error', () => reject(deleting.error ?? new Error('The database could not be deleted.')))
          }),
      )
      await bare.evaluate(makeOldDatabase, version, tables, rowsOf(version))
      await bare.close()
      await session().reloadExtension()
      return session().openExtensionPage('src/options/options.html')
    }

    const ask = (page: Page, regulars: string, asked: unknown): Promise<Answered> =>
      page.evaluate((name, about) => chrome.runtime.sendMessage({ regulars: name, asked: about }) as Promise<Answered>, regulars, asked)
    const versionOf = (page: Page): Promise<number | undefined> => page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'regulars')?.version)

    it.each(OLD_TABLES.map((_tables, index) => index + 1))('left at version %i keeps everything and is as new', async (version) => {
      const page = await startOver(version, OLD_TABLES[version - 1]!)
      expect(await ask(page, 'people/view', { handle: 'AdaOld' })).toMatchObject({ gives: { notes: [] } })
      expect(await ask(page, 'people/view', { handle: 'ada' })).toMatchObject({
        gives: { readOnly: false, person: { handle: 'Ada', previousHandles: ['AdaOld'], tags: ['VIP'] }, notes: [{ text: 'Prefers the aisle' }], bin: [{ note: { text: 'Wrong' } }] },
      })
      expect(await ask(page, 'tags/set', { subject: { handle: 'ada' }, tag: 'new', on: true })).not.toHaveProperty('error')
      expect(await ask(page, 'people/view', { handle: 'ada' })).toMatchObject({ gives: { person: { tags: ['VIP', 'new'] } } })
      expect(await ask(page, 'canned-replies/list', undefined)).toMatchObject({ gives: [{ title: 'Thanks', body: 'Hi {first|"there"}, thank you!', rev: 0 }] })
      expect(await versionOf(page)).toBe(MIGRATIONS.length)
      await page.close()
    })

    it('of a newer version is shown, never touched, and the options say so', async () => {
      const page = await startOver(NEWER, { ...LATEST_TABLES, future: { keyPath: 'id', indexes: {} } })
      expect(await ask(page, 'people/view', { handle: 'ada' })).toMatchObject({ gives: { readOnly: true, notes: [{ text: 'Prefers the aisle' }] } })
      expect((await ask(page, 'tags/set', { subject: { handle: 'ada' }, tag: 'new', on: true })).error).toContain('A newer version of Regulars wrote this data')
      await page.waitForFunction(() => document.querySelector('#data')?.textContent?.includes('A newer version of Regulars wrote this data'))
      expect(await versionOf(page)).toBe(NEWER)
      await page.close()
    })
  })
})
