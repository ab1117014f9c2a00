import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import type { PersonView } from '../../src/features/people/people-messages'
import { type Practice, startPractice } from '../practice/server.ts'
import { downloadsTo, openBackupPage, textOf } from './harness/backup-page.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { launch } from './harness/launch.ts'
import { openAsking } from './harness/our-ask.ts'
import type { Session } from './harness/session.ts'

const SUBJECT = { handle: 'guest_0' }
const NOTES = ['Prefers the aisle', 'Likes tea', 'Came by train']
/** Browsers keep what is so large in a file of its own. */
const LARGE = 3_000_000

/** A row of the journal and unsaved words, so large that each lies in a file of its own, written past all our code. */
async function writeLarge(large: number): Promise<void> {
  const text = Array.from({ length: large }, () => String.fromCharCode(33 + Math.random() * 90)).join('')
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('success', () => resolve(opening.result))
  })
  const transaction = database.transaction(['journal', 'drafts'], 'readwrite', { durability: 'strict' })
  transaction.objectStore('journal').put({ stamp: '0mlzvuf5s-0000-a', person: 'p', change: { kind: 'note/added', person: 'p', note: 'n', text, stamp: '0mlzvuf5s-0000-a', at: 1, by: '' } })
  transaction.objectStore('drafts').put({ place: 'note:somebody', text, at: 1 })
  await new Promise((resolve) => { transaction.addEventListener('complete', resolve) })
  database.close()
}

/** Deletes the files in which a browser keeps large rows, as a disk or a careless cleaner may. */
function loseLarge(kind: BrowserKind, profile: string): number {
  const root = kind === 'chromium' ? join(profile, 'Default', 'IndexedDB') : join(profile, 'storage', 'default')
  const isLarge = (name: string): boolean => (kind === 'chromium' ? /chrome-extension.*\.blob[\\/]/.test(name) : /moz-extension.*\.files[\\/]\d+$/.test(name) && !name.includes('userContextId'))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isLarge).map((name) => join(root, name)).filter((file) => statSync(file).isFile())
  for (const file of files) rmSync(file)
  return files.length
}

describe.each(BROWSERS)('a database of which not all can be read (%s)', (kind) => {
  let practice: Practice
  const hosts = [randomUUID(), randomUUID()]
  const profile = mkdtempSync(join(tmpdir(), 'regulars-profile-'))
  const open = (): Promise<Session> => launch(kind, { practice, profile, hosts: kind === 'firefox' ? hosts : undefined, extraPrefs: kind === 'firefox' ? downloadsTo(profile) : undefined })
  beforeAll(async () => void (practice = await startPractice()))
  afterAll(async () => {
    await practice.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  it('R12 is never saved as if it were whole; what can be read is shown and saved, and it is repaired only when somebody says so twice', async ({ task }) => {
    const before = await open()
    const asking = await openAsking(before)
    for (const text of NOTES) await asking.one('notes/add', { subject: SUBJECT, note: randomUUID(), text })
    await asking.page.evaluate(writeLarge, LARGE)
    await before.close()
    expect(loseLarge(kind, profile)).toBeGreaterThanOrEqual(2)

    const session = await open()
    const page = await openBackupPage(session)
    const isRefused = (): Promise<string> => page.page.$eval('.sections > .stack > [role=alert]', (place) => place.textContent ?? '')
    await page.press('Save a backup')
    await page.outcome()
    expect(await isRefused()).not.toBe('')
    expect(await page.saved()).toEqual([])

    await page.press('Look through everything')
    expect(await page.outcome()).toMatch(/^\d+ rows can be read\. What cannot is listed below/)
    const listed = (): Promise<readonly string[]> => page.page.$$eval('#recovery li', (rows) => rows.map((row) => row.textContent ?? ''))
    expect(await listed()).toEqual(['drafts: 1 row cannot be read', 'journal: 1 row cannot be read'])
    await page.press('Save what can be read')
    expect(await page.outcome()).toContain('Saved and read back')
    const [saved] = (await page.saved()).map(textOf)
    for (const text of NOTES) expect(saved).toContain(text)
    await page.give('readable.json', saved ?? '')
    expect((await page.rows('Same: 1')).length).toBe(1)

    // Nothing was repaired by looking and saving.
    await page.press('Look through everything')
    await page.outcome()
    expect(await listed()).toHaveLength(2)
    await page.press('Repair the database', 'Yes, drop what cannot be read')
    await expect.poll(() => page.outcome(), { timeout: 30_000 }).toBe('Repaired: 2 rows were dropped.')
    await page.press('Look through everything')
    expect(await page.outcome()).toMatch(/^All \d+ rows can be read\.$/)
    await page.press('Save a backup')
    expect(await page.outcome()).toContain('Saved and read back')
    const then = await openAsking(session)
    expect(((await then.one('people/view', SUBJECT)) as PersonView).notes.map(({ text }) => text).toSorted()).toEqual(NOTES.toSorted())
    await then.one('notes/add', { subject: SUBJECT, note: randomUUID(), text: 'Written after' })
    task.meta.figure = '2 rows lost on the disk, 0 others'
    await session.close()
  }, 180_000)
})
