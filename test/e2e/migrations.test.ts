import { tmpdir } from 'node:os'
import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../src/store/migrations.ts'
import { LATEST_TABLES, makeOldDatabase, OLD_TABLES, rowsOf } from '../store/old-databases.ts'
import { askBackground as ask } from './harness/ask.ts'
import { BARE_PAGE } from './harness/background.ts'
import { downloadsTo, openBackupPage, textOf } from './harness/backup-page.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { killIfRunning, pause } from './harness/killing.ts'
import { addMany, countRows, wakeAndWatch } from './harness/many-rows.ts'

const NEWER = MIGRATIONS.length + 7
/** So many rows that the steps which go through them are not over before a kill. */
const MANY = 4_000
/** Longer than the browser needs to take back what a kill cut short, ms. */
const TAKEN_BACK = 300

describe('an update of the extension', () => {
  eachBrowser('over a database', ({ session }) => {
    /** Leaves a database as an old or a newer version did, then starts this version as an update does. */
    async function startOver(version: number, tables: (typeof OLD_TABLES)[number]): Promise<Page> {
      await (await leave(version, tables)).close()
      await session().reloadExtension()
      return session().openExtensionPage('src/options/options.html')
    }

    /** Gives a page of ours that runs none of our code, beside the database that it made. */
    async function leave(version: number, tables: (typeof OLD_TABLES)[number]): Promise<Page> {
      const bare = await session().openExtensionPage(BARE_PAGE)
      // A background that wakes in between makes a database of its own: that one is forgotten too.
      for (let isMade = false; !isMade;) {
        await bare.evaluate(forget)
        isMade = await bare.evaluate(makeOldDatabase, version, tables, rowsOf(version)).then(() => true, (error: unknown) => {
          if (String(error).includes('VersionError')) return false
          throw error
        })
      }
      return bare
    }

    const versionOf = (page: Page): Promise<number | undefined> => page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'regulars')?.version)

    it.each(OLD_TABLES.map((_tables, index) => index + 1))('R8 left at version %i keeps everything and is as new', async (version) => {
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

    it('R9 of a newer version is shown, never touched, and the options say so', async () => {
      const page = await startOver(NEWER, { ...LATEST_TABLES, future: { keyPath: 'id', indexes: {} } })
      expect(await ask(page, 'people/view', { handle: 'ada' })).toMatchObject({ gives: { readOnly: true, notes: [{ text: 'Prefers the aisle' }] } })
      expect((await ask(page, 'tags/set', { subject: { handle: 'ada' }, tag: 'new', on: true })).error).toBe('storeNewer')
      await page.waitForFunction(() => document.querySelector('#data')?.textContent?.includes('A newer version of Regulars wrote this data'))
      expect(await versionOf(page)).toBe(NEWER)
      await page.close()
    })

    it('R9 of a newer version is exported whole, and backed up, without a touch', async () => {
      await (await startOver(NEWER, { ...LATEST_TABLES, future: { keyPath: 'id', indexes: {} } })).close()
      const backup = await openBackupPage(session())
      await backup.press('CSV')
      expect(await backup.outcome()).toContain('Exported')
      await backup.press('Save a backup')
      expect(await backup.outcome()).toContain('Saved and read back')
      const [table, file] = (await backup.saved()).map(textOf)
      expect(table).toMatch(/Ada,77,.*Prefers the aisle/)
      expect(JSON.parse(file ?? '')).toMatchObject({ counts: { journal: 2 } })
      await backup.give('list.csv', 'handle\nbo\n')
      await backup.press('Take in 1')
      expect(await backup.outcome()).toContain('A newer version of Regulars wrote this data')
      expect(await versionOf(backup.page)).toBe(NEWER)
      await backup.page.close()
    })

    const leaveMany = async (version: number): Promise<Page> => {
      await killIfRunning(session())
      const bare = await leave(version, OLD_TABLES[version - 1]!)
      await bare.evaluate(addMany, MANY)
      return bare
    }
    /** Kills the background while it brings the database up to date from a version, and gives at which that is then. */
    const killedAt = async (bare: Page, from: number): Promise<number | undefined> => {
      // Before the background runs whoever asks may have to wait for another reason.
      while ((await bare.evaluate(wakeAndWatch, MIGRATIONS.length)) === 'is being changed' && !(await killIfRunning(session()))) continue
      // What is being taken back is listed for a moment as what it was to be.
      const listed = await versionOf(bare)
      return listed === from ? listed : pause(TAKEN_BACK).then(() => versionOf(bare))
    }

    it.each(OLD_TABLES.map((_tables, index) => index + 1))('R5 left at version %i with thousands of rows and killed while it is brought up to date stays as it was, and ends at the latest with all of them', async (version) => {
      let bare = await leaveMany(version)
      // The database is changed whole or not at all. A kill that comes after its end proves nothing: then once more.
      for (let tries = 0; (await killedAt(bare, version)) !== version && tries < 5; tries += 1) {
        expect(await versionOf(bare)).toBe(MIGRATIONS.length)
        await bare.close()
        bare = await leaveMany(version)
      }
      expect(await versionOf(bare)).toBe(version)
      expect(await ask(bare, 'people/view', { handle: 'ada' })).toMatchObject({ gives: { person: { handle: 'Ada' }, bin: [{ note: { text: 'Wrong' } }] } })
      expect(await versionOf(bare)).toBe(MIGRATIONS.length)
      expect(await bare.evaluate(countRows)).toEqual({ notes: MANY + 2, contacts: MANY + 1, journal: MANY + 2 })
      await bare.close()
    })

    it('R10 held open by a page of before is never taken for empty: that is said, also on the page, and it is read once that page is gone', async () => {
      // Made behind the back of this version, which would bring it up to date at once.
      await (await startOver(NEWER, LATEST_TABLES)).close()
      const holding = await session().openExtensionPage(BARE_PAGE)
      await holding.evaluate(forget)
      await holding.evaluate(makeOldDatabase, 3, OLD_TABLES[2]!, rowsOf(3))
      await holding.evaluate(holdOpen)
      const asking = await session().openExtensionPage(BARE_PAGE)
      await expect.poll(async () => (await ask(asking, 'people/view', { handle: 'ada' })).error, { timeout: 20_000 }).toBe('storeHeld')
      const options = await session().openExtensionPage('src/options/options.html')
      await options.waitForFunction(() => document.querySelector('#data')?.textContent?.includes('still holds your data open'), { timeout: 20_000 })
      await options.close()
      await holding.evaluate(() => (globalThis as unknown as { held?: IDBDatabase }).held?.close())
      await holding.close()
      await expect.poll(async () => JSON.stringify(await ask(asking, 'people/view', { handle: 'ada' })), { timeout: 20_000 }).toContain('Prefers the aisle')
      await asking.close()
    })

    it.each([['a day back', 86_400_000], ['ten years back', 3_650 * 86_400_000], ['an hour back, as when summer ends', 3_600_000]])('R19 goes on after the clock was set %s: what is written now comes last and is read', async (_name, ahead) => {
      const page = await startOver(MIGRATIONS.length, LATEST_TABLES)
      await page.evaluate(setClock, Date.now() + ahead)
      await ask(page, 'tags/set', { subject: { handle: 'ada' }, tag: 'first', on: true })
      await ask(page, 'tags/set', { subject: { handle: 'ada' }, tag: 'first', on: false })
      await ask(page, 'tags/set', { subject: { handle: 'ada' }, tag: 'last', on: true })
      expect(await ask(page, 'people/view', { handle: 'ada' })).toMatchObject({ gives: { person: { tags: ['VIP', 'last'] }, notes: [{ text: 'Prefers the aisle' }] } })
      await page.close()
    })
  }, { extraPrefs: downloadsTo(tmpdir()) })
})

/** Leaves the database open and deaf, as a page of before an update may. */
function holdOpen(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('success', () => {
      Object.assign(globalThis, { held: opening.result })
      resolve()
    })
  })
}

function forget(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('regulars')
    deleting.addEventListener('success', () => resolve())
    deleting.addEventListener('error', () => reject(deleting.error ?? new Error('The database could not be deleted.')))
  })
}

/** The clock of this profile as a session left it whose wall clock stood elsewhere. */
function setClock(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('clock', 'readwrite')
      writing.objectStore('clock').put({ ms, count: 0, origin: 'a' }, 'own')
      writing.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
    })
  })
}
