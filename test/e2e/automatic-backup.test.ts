import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startPractice } from '../practice/server.ts'
import { downloadsTo, openBackupPage } from './harness/backup-page.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { launch } from './harness/launch.ts'
import { openAsking } from './harness/our-ask.ts'
import type { Session } from './harness/session.ts'

const NOTE = 'Prefers the aisle'
const DAY = 86_400_000

/** As if the time for the next backup had come: the last one is long ago, and the alarm rings. */
function comeDue(session: Session, last: object): Promise<void> {
  return session.evaluateInBackground(async (last) => {
    await chrome.storage.local.set({ lastBackup: last, backupTriedAt: 0 })
    await chrome.alarms.create('backup', { when: Date.now() + 300, periodInMinutes: 60 })
  }, last)
}

const lastBackup = (session: Session): Promise<{ at: number; place: string } | undefined> =>
  session.evaluateInBackground(async () => (await chrome.storage.local.get('lastBackup'))['lastBackup'] as { at: number; place: string } | undefined)
/** Names of backups tell seconds apart. */
const aSecond = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 1_100) })
const old = (place: string): object => ({ at: Date.now() - 40 * DAY, changes: 1, place })
const remember = async (session: Session): Promise<void> => {
  const asking = await openAsking(session)
  await asking.one('notes/add', { subject: { handle: 'ada_l' }, note: crypto.randomUUID(), text: NOTE })
  await asking.one('backup/survival', undefined)
  await asking.page.close()
}

describe.runIf(BROWSERS.includes('chromium'))('a backup by itself into a folder (chromium)', () => {
  it('is written, read back, and written again when the alarm rings; keeps the newest few, says when it cannot, and is asked for again', async () => {
    const practice = await startPractice()
    const session = await launch('chromium', { practice })
    try {
      await remember(session)
      const backup = await openBackupPage(session)
      const { page } = backup
      // No test can press the browser's own picker. A folder of the private file system is of the same kind, and needs no leave.
      await page.evaluate(async () => {
        const root = await navigator.storage.getDirectory()
        const picked = await root.getDirectoryHandle('picked', { create: true })
        for (const name of ['mine.txt', 'regulars-2020-01-01-00-00.json', ...[1, 2, 3].map((day) => `regulars-auto-2020-01-0${day}-00-00-00.json`)]) await picked.getFileHandle(name, { create: true })
        Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(picked) })
      })
      await session.evaluateInBackground(() => chrome.storage.local.set({ settings: { backupsKept: 3 } }))
      const namesIn = (): Promise<readonly string[]> => page.evaluate(async () => {
        const picked = await (await navigator.storage.getDirectory()).getDirectoryHandle('picked')
        const names: string[] = []
        for await (const name of picked.keys()) names.push(name)
        return names.sort()
      })
      await page.click('#automatic label.choice:nth-of-type(2) input')
      await expect.poll(backup.outcome, { timeout: 20_000 }).toContain('Saved and read back: regulars-auto-')
      const first = await namesIn()
      expect(first).toEqual(['mine.txt', 'regulars-2020-01-01-00-00.json', 'regulars-auto-2020-01-02-00-00-00.json', 'regulars-auto-2020-01-03-00-00-00.json', expect.stringMatching(/^regulars-auto-2\d{3}/)])
      const newest = first.at(-1)!
      expect(await page.evaluate(async (name) => (await (await (await (await navigator.storage.getDirectory()).getDirectoryHandle('picked')).getFileHandle(name)).getFile()).text(), newest)).toContain(NOTE)

      await aSecond()
      await comeDue(session, old('folder'))
      await session.killBackground()
      await expect.poll(async () => (await lastBackup(session))?.at ?? 0, { timeout: 20_000 }).toBeGreaterThan(Date.now() - 60_000)
      expect((await namesIn()).filter((name) => name > newest)).toHaveLength(1)
      expect(await namesIn()).toHaveLength(5)
      await expect.poll(() => session.launched.browser.targets().some((target) => target.url().includes('by-itself'))).toBe(false)

      // The folder goes away: that is told in the options and the popup, and nothing is lost.
      await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('picked', { recursive: true }))
      await comeDue(session, old('folder'))
      const options = await session.openExtensionPage('src/options/options.html')
      await options.waitForFunction(() => document.querySelector('#data')?.textContent?.includes('No backup could be made by itself'), { timeout: 20_000 })
      expect(await options.$eval('#data', (part) => part.textContent)).toMatch(/is not there any more.*Last backup: .*read back from the folder/s)
      const popup = await session.openExtensionPage('src/popup/popup.html')
      await popup.waitForFunction(() => document.querySelector('.backup-hint[data-loud]')?.textContent?.includes('No backup could be made'))

      // The browser takes its leave back: then it is asked for in a click.
      await page.evaluate(async () => {
        const root = await navigator.storage.getDirectory()
        const picked = await root.getDirectoryHandle('picked', { create: true })
        Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(picked) })
        let given = false
        Object.assign(FileSystemHandle.prototype, { queryPermission: () => Promise.resolve(given ? 'granted' : 'prompt'), requestPermission: () => {
          given = navigator.userActivation.isActive
          return Promise.resolve(given ? 'granted' : 'denied')
        } })
      })
      await page.bringToFront()
      await backup.press('Choose another folder')
      await page.waitForFunction(() => document.querySelector('#automatic')?.textContent?.includes('no longer lets Regulars write'))
      await page.locator('::-p-aria([name="Allow it again"][role="button"])').click()
      await page.waitForFunction(() => !document.querySelector('#automatic')?.textContent?.includes('no longer lets Regulars write'))
      expect(session.consoleErrors(page)).toEqual([])
    } finally {
      await session.close()
      await practice.close()
    }
  })
})

describe.each(BROWSERS)('a backup by itself where downloads go (%s)', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-downloads-'))
  const build = mkdtempSync(join(tmpdir(), 'regulars-build-'))
  const profile = mkdtempSync(join(tmpdir(), 'regulars-profile-'))
  afterAll(() => [folder, build, profile].forEach((each) => rmSync(each, { recursive: true, force: true })))

  it('is written when it is turned on and when the alarm rings, has its whole size on the disk, and keeps the newest few', async () => {
    // No test can press Chromium's question for leave: in this copy of the build it is given from the start. Firefox has a setting for it.
    cpSync(join('dist', kind === 'chromium' ? 'chrome' : 'firefox'), build, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { permissions: string[]; optional_permissions: string[] }
    expect(manifest.optional_permissions).toContain('downloads')
    if (kind === 'chromium') writeFileSync(join(build, 'manifest.json'), JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'downloads'], optional_permissions: manifest.optional_permissions.filter((name) => name !== 'downloads') }))
    const practice = await startPractice()
    mkdirSync(join(profile, 'Default'))
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ download: { default_directory: folder, prompt_for_download: false } }))
    const session = await launch(kind, { practice, extensionDir: build, profile: kind === 'chromium' ? profile : undefined, extraPrefs: { ...downloadsTo(folder), 'extensions.webextOptionalPermissionPrompts': false } })
    try {
      await remember(session)
      await session.evaluateInBackground(() => chrome.storage.local.set({ settings: { backupsKept: 2 } }))
      const backup = await openBackupPage(session)
      // Firefox takes the click of a person alone.
      await backup.page.click('#automatic label.choice:last-of-type input')
      await expect.poll(backup.outcome, { timeout: 20_000 }).toContain('Saved and read back: regulars-auto-')
      const files = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json') && statSync(join(folder, name)).isFile()).sort()
      expect(files()).toHaveLength(1)
      expect(readFileSync(join(folder, files()[0]!), 'utf8')).toContain(NOTE)
      for (let turn = 2; turn <= 3; turn += 1) {
        await aSecond()
        await comeDue(session, old('download'))
        await session.killBackground()
        await expect.poll(async () => (await lastBackup(session))?.at ?? 0, { timeout: 30_000 }).toBeGreaterThan(Date.now() - 60_000)
      }
      await expect.poll(() => files().length).toBe(2)
      expect(files().every((name) => readFileSync(join(folder, name), 'utf8').includes(NOTE))).toBe(true)
      expect(session.consoleErrors(backup.page)).toEqual([])
    } finally {
      await session.close()
      await practice.close()
    }
  })

  it('has its alarm again after an update, and after the background was stopped', async () => {
    const practice = await startPractice()
    const session = await launch(kind, { practice })
    try {
      const alarm = (): Promise<boolean> => session.evaluateInBackground(async () => (await chrome.alarms.get('backup')) !== undefined)
      await expect.poll(alarm).toBe(true)
      await session.evaluateInBackground(() => chrome.alarms.clearAll())
      await session.reloadExtension()
      await expect.poll(alarm).toBe(true)
    } finally {
      await session.close()
      await practice.close()
    }
  })
})
