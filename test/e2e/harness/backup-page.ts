import type { Page } from 'puppeteer-core'
import { until } from '../../../scripts/browser/until.ts'
import type { Session } from './session.ts'

const ARMED = 700

/** The page of backups and imports, in whatever browser, as a person uses it. */
export interface BackupPage {
  readonly page: Page
  /** Chooses a file, of text or of a saved blob's bytes in base64, in the field of imports or another. */
  readonly give: (name: string, content: string | { readonly base64: string }, field?: string) => Promise<void>
  /** Presses the button with these words; `sure` presses the one that it turns into, once that is armed. */
  readonly press: (words: string, sure?: string) => Promise<void>
  /** The sentence that the last long task ended with. */
  readonly outcome: () => Promise<string>
  /** The dry run's rows of the state whose button begins with these words. */
  readonly rows: (state: string) => Promise<readonly string[]>
  /** What was handed to the browser to be saved, in base64. */
  readonly saved: () => Promise<readonly string[]>
  readonly text: () => Promise<string>
}

/** Opens the page and keeps what it hands over to be saved. */
export async function openBackupPage(session: Session): Promise<BackupPage> {
  const page = await session.openExtensionPage('src/backup/backup.html')
  await page.bringToFront()
  await page.waitForSelector('#export')
  await page.evaluate(() => {
    const kept = ((globalThis as unknown as { keptFiles: Blob[] }).keptFiles = [] as Blob[])
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (file) => (kept.push(file as Blob), make(file))
  })
  const has = (words: string): Promise<boolean> => page.evaluate((words) => [...document.querySelectorAll('button')].some((button) => button.textContent.trim().startsWith(words) && !button.disabled), words)
  const click = async (words: string): Promise<void> => {
    await until(() => has(words), () => `There is no button “${words}”.`, 60_000)
    await page.evaluate((words) => [...document.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith(words) && !button.disabled)?.click(), words)
  }
  const outcome = async (): Promise<string> => {
    const said = (): Promise<string> => page.evaluate(() => (document.querySelector('.progress-line .row') ? '' : [...document.querySelectorAll('.sections > .stack > [role=status], .sections > .stack > [role=alert]')].map((place) => place.textContent ?? '').join('')))
    return until(async () => (await said()) || undefined, () => 'The task came to no end.', 60_000)
  }
  return {
    page,
    give: (name, content, field = 'input[type=file]') => page.evaluate(chooseFile, name, content, field),
    press: async (words, sure) => {
      await click(words)
      if (sure === undefined) return
      await new Promise((resolve) => { setTimeout(resolve, ARMED) })
      await click(sure)
    },
    outcome,
    rows: async (state) => {
      await click(state)
      return page.$$eval('.dry-run-rows > li', (rows) => rows.map((row) => row.textContent ?? ''))
    },
    saved: () => page.evaluate(keptFiles),
    text: () => page.evaluate(() => document.body.textContent ?? ''),
  }
}

/** The words of bytes in base64. */
export function textOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8')
}

function chooseFile(name: string, content: string | { base64: string }, selector: string): void {
  const bytes = typeof content === 'string' ? content : Uint8Array.from(atob(content.base64), (letter) => letter.charCodeAt(0))
  const chosen = new DataTransfer()
  chosen.items.add(new File([bytes], name))
  const field = document.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error('There is no field for a file.')
  field.files = chosen.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

function keptFiles(): Promise<string[]> {
  const { keptFiles } = globalThis as unknown as { keptFiles: readonly Blob[] }
  return Promise.all(
    keptFiles.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    }),
  )
}

/** Clears the database under the extension, as "clear browsing data" does: its other storage stays. */
export async function clearDatabase(session: Session): Promise<void> {
  const bare = await session.openExtensionPage('icons/16.png')
  await bare.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('regulars')
        deleting.addEventListener('success', () => resolve())
        deleting.addEventListener('error', () => reject(deleting.error ?? new Error('The database could not be deleted.')))
      }),
  )
  await bare.close()
}

/** Firefox's settings for downloads into a folder without asking. */
export function downloadsTo(folder: string): Readonly<Record<string, string | number | boolean>> {
  return { 'browser.download.folderList': 2, 'browser.download.dir': folder, 'browser.download.useDownloadDir': true, 'browser.download.alwaysOpenPanel': false }
}
