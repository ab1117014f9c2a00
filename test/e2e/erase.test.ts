import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonView } from '../../src/features/people/people-messages'
import { nothingExtension } from '../bench/without-extension.ts'
import { type Practice, startPractice } from '../practice/server.ts'
import { downloadsTo, openBackupPage, textOf } from './harness/backup-page.ts'
import { openCard } from './harness/card.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { everythingKept, filesWith, wordsOnDisk } from './harness/everything-kept.ts'
import { launch } from './harness/launch.ts'
import { type Asking, openAsking } from './harness/our-ask.ts'
import type { Session } from './harness/session.ts'

const IDA = { handle: 'tobiokonkwo', xId: '771234567890123', name: 'Quilla Zebrafinch' }
const JOE = { handle: 'keptjoe', name: 'Kepler Joewood' }
const WORDS = ['tobiokonkwo', '771234567890123', 'Quilla Zebrafinch', 'Windowseat please', 'Halfwritten words', 'quilla@zebra.example', 'Copied ticket words']
const TRACES = new RegExp(WORDS.join('|'), 'i')

/** As a CRM leaves them that was connected and read once: a copy, a link, a note on its way. Its host was never granted, so nothing is asked of anybody. */
async function keepCrmCopy(session: Session, asking: Asking, person: string): Promise<void> {
  await session.evaluateInBackground(() => chrome.storage.local.set({ crm: { kind: 'hubspot', url: 'https://crm.example', writes: 'ask', since: 1 } }))
  await session.killBackground()
  await asking.one('crm/state', undefined)
  await asking.page.evaluate(async (key, person) => {
    const got = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => { request.addEventListener('success', () => resolve(request.result)); request.addEventListener('error', () => reject(request.error ?? new Error('not opened'))) })
    const database = await got(indexedDB.open('regulars-crm'))
    const transaction = database.transaction(['people', 'links', 'deliveries'], 'readwrite')
    const contact = { id: 'c1', handle: key, name: 'Quilla Zebrafinch', email: 'quilla@zebra.example', owner: 'Mia', tags: ['Gold'], lifecycle: 'customer', vip: true }
    transaction.objectStore('people').put({ key, contacts: [contact], ids: ['c1'], at: Date.now(), entries: [{ id: 't1', contact: 'c1', kind: 'ticket', text: 'Copied ticket words', by: 'Mia', at: Date.now() }], entriesAt: Date.now() })
    transaction.objectStore('links').put({ key, contact: 'c1' })
    transaction.objectStore('deliveries').put({ change: '0000000-0000-own', person, note: 'n1', text: 'Windowseat please', post: `https://x.com/${key}/status/1`, by: 'Mia', at: Date.now(), state: 'asked', tries: 0, notBefore: 0 })
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    database.close()
  }, IDA.handle, person)
}

describe.each(BROWSERS)('erasing a person (%s)', (kind) => {
  let practice: Practice
  let session: Session
  let asking: Asking
  let person: string
  let backup: string
  const profile = mkdtempSync(join(tmpdir(), 'regulars-profile-'))
  beforeAll(async () => {
    practice = await startPractice()
    // Firefox's list of downloads would take the keyboard.
    session = await launch(kind, { practice, profile, extraPrefs: kind === 'firefox' ? downloadsTo(profile) : undefined })
    asking = await openAsking(session)
    for (const subject of [IDA, JOE]) await asking.one('notes/add', { subject, note: randomUUID(), text: subject === IDA ? 'Windowseat please' : 'Kept for the search of the disk' })
    await asking.one('tags/set', { subject: IDA, tag: 'VIP', on: true })
    await asking.one('drafts/keep', { key: IDA.handle, text: 'Halfwritten words' })
    await session.evaluateInBackground(() => chrome.storage.local.set({ settings: { markRules: [{ mark: 'Own', colour: 'red', when: { handles: ['tobiokonkwo'] } }] } }))
    person = String(((await asking.one('people/view', IDA)) as PersonView).person?.id)
    await keepCrmCopy(session, asking, person)
  })
  afterAll(async () => {
    await practice.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  const openSubject = async (): Promise<Page> => {
    const page = await session.openExtensionPage(`src/subject/subject.html#${person}`)
    await page.bringToFront()
    return page
  }
  const text = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent ?? '')
  const press = async (page: Page, words: string): Promise<void> => {
    await page.waitForFunction((words) => [...document.querySelectorAll('button')].some((button) => button.textContent === words && button.getAttribute('aria-disabled') !== 'true' && !button.disabled), {}, words)
    await page.bringToFront()
    await page.waitForFunction(() => document.hasFocus())
    await page.evaluate((words) => [...document.querySelectorAll('button')].find((button) => button.textContent === words)?.focus(), words)
    await page.keyboard.press('Enter')
  }

  it('begins at the card, by keyboard, and at an address that names nobody', async () => {
    const page = await session.openPage('/home')
    await session.waitForBadges(page, (badges) => badges.some(({ label }) => label.startsWith('@tobiokonkwo')))
    const card = await openCard(session, page, 'tobiokonkwo')
    const focused = (): Promise<string | null> => card.evaluate(() => document.activeElement?.getAttribute('href') ?? null)
    for (let presses = 0; presses < 80 && !(await focused())?.includes('subject.html'); presses += 1) await page.keyboard.press('Tab')
    expect(await focused()).toBe(session.extensionUrl(`src/subject/subject.html#${person}`))
    expect(await focused()).not.toMatch(TRACES)
    await page.close()
  })

  it('shows and saves all that is held, each with where it comes from', async () => {
    const page = await openSubject()
    await page.waitForSelector('#erase button')
    await page.evaluate(() => {
      const kept = ((globalThis as unknown as { kept: Blob[] }).kept = [] as Blob[])
      const make = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (file) => (kept.push(file as Blob), make(file))
    })
    for (const word of ['Quilla Zebrafinch', 'Windowseat please', 'Halfwritten words', '771234567890123', 'Seen on a page of X', 'Written here', 'Own', 'quilla@zebra.example', 'Copied ticket words', 'Your CRM keeps what it has']) expect(await text(page)).toContain(word)
    await press(page, 'Save as JSON')
    const saved = JSON.parse(await page.evaluate(() => (globalThis as unknown as { kept: Blob[] }).kept[0]?.text() ?? '')) as { readonly format: string; readonly rows: { readonly journal: readonly unknown[] } }
    expect(saved.format).toBe('regulars-subject-file')
    expect(saved.rows.journal.length).toBeGreaterThanOrEqual(3)
    await page.close()
  })

  it('takes two steps, and leaves no trace in any table, storage, cache or new backup', async () => {
    const before = await openBackupPage(session)
    await before.press('Save a backup')
    await before.outcome()
    backup = textOf((await before.saved())[0] ?? '')
    expect(backup).toMatch(TRACES)
    await before.page.close()
    const page = await openSubject()
    expect(await everythingKept(page)).toMatch(TRACES)
    await page.waitForFunction(() => document.querySelector('#erase button') !== null)
    await press(page, 'Erase \u2068@tobiokonkwo\u2069')
    expect(await everythingKept(page)).toMatch(TRACES)
    await press(page, 'Yes, erase for good')
    await page.waitForSelector('#erased')
    expect(await everythingKept(page)).not.toMatch(TRACES)
    expect(await everythingKept(page)).toContain(person)
    await page.close()
    const after = await openBackupPage(session)
    await after.press('Save a backup')
    await after.outcome()
    expect(textOf((await after.saved())[0] ?? '')).not.toMatch(TRACES)
    await after.page.close()
  })

  it('is not undone by an older backup, with its drafts and lists', async () => {
    const { page, ...backups } = await openBackupPage(session)
    await backups.give('old.json', backup)
    expect(await backups.rows('Refused: 1')).toEqual([expect.stringContaining('erased here')])
    const { chunks } = JSON.parse(backup) as { readonly chunks: readonly { readonly table: string; readonly rows: readonly unknown[] }[] }
    await asking.one('backup/receive', { id: randomUUID(), changes: chunks.flatMap(({ table, rows }) => (table === 'journal' ? rows : [])) })
    expect(await everythingKept(page)).not.toMatch(TRACES)
    await page.close()
  })

  it('says that browsers keep deleted bytes, and rewrites the database so that its files hold none', async () => {
    const page = await session.openExtensionPage('src/privacy/privacy.html')
    await page.bringToFront()
    // Chromium keeps there what the settings overwrote, too; Firefox has zeros written over some of it by now.
    const { tobiokonkwo, ...others } = filesWith(profile, WORDS)
    if (kind === 'chromium') expect(tobiokonkwo).toContainEqual(expect.stringContaining('Local Extension Settings'))
    expect(Object.values(others).flat()).not.toEqual([])
    await press(page, 'Rewrite the database')
    await page.waitForFunction(() => document.querySelector('#rewrite [role=status]')?.textContent?.startsWith('Done'), { timeout: 60_000 })
    expect(((await asking.one('people/view', JOE)) as PersonView).notes.map(({ text }) => text)).toEqual(['Kept for the search of the disk'])
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain('regulars-copy')
    const none = Object.fromEntries(WORDS.map((word) => [word, 0]))
    // Browsers tidy up a while after a database is deleted.
    await expect.poll(() => wordsOnDisk(kind, profile, WORDS), { timeout: 60_000 }).toEqual(none)
    await session.close()
    expect(wordsOnDisk(kind, profile, WORDS)).toEqual(none)
    // In the whole profile, whatever the browser keeps there: settings, lists of downloads, what it remembers of tabs.
    expect(filesWith(profile, WORDS)).toEqual(Object.fromEntries(WORDS.map((word) => [word, []])))
    expect(wordsOnDisk(kind, profile, ['Kept for the search'])['Kept for the search']).toBeGreaterThan(0)
  })

  it.runIf(process.env['REGULARS_LONG'] !== undefined)('leaves to the browser what it remembers of X’s own pages, as the report says', async () => {
    const without = await launch(kind, { practice, profile, extensionDir: nothingExtension() })
    await without.openPage('/tobiokonkwo')
    await without.close()
    const { tobiokonkwo = [], ...others } = filesWith(profile, WORDS)
    expect(tobiokonkwo).not.toEqual([])
    expect(tobiokonkwo.filter((file) => /chrome-extension|Local Extension Settings|moz-extension/.test(file))).toEqual([])
    expect(Object.values(others).flat()).toEqual([])
  })
})
