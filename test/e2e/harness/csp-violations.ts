import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'
import type { LaunchedBrowser } from '../../../scripts/browser/launched.ts'
import { X_HOSTS } from '../../../scripts/browser/routes.ts'
import { BARE_PAGE } from './background.ts'
import { runInFirefoxSystem } from './firefox-system.ts'

/** What the policies of pages refused, in the browser's own words: every page, frame and worker of the whole browser writes there. */
export interface ViolationWatch {
  readonly args: readonly string[]
  /** From now on; Chromium does so by itself. */
  readonly begin: (launched: LaunchedBrowser) => Promise<void>
  /** What was refused to us since it was last asked: on our own pages, and on X's. */
  readonly take: () => Promise<readonly string[]>
  readonly end: () => void
}

const REFUSED = /Content[- ]Security[- ]Policy.*(?:block|violat|refus)|violates the following|requires '?"?Trusted|Refused to/i

/** Said by one of our own scripts or pages. */
const OURS = /(?:source: |file: ")(?:chrome|moz)-extension:/

/** Watches a browser for it; `isHostile`: a page there tries what its own policy refuses. */
export function watchViolations(kind: BrowserKind, isHostile: boolean): ViolationWatch {
  // A picture opened as a page is laid out by the browser itself, with styles of its own.
  const counts = (entry: string): boolean => REFUSED.test(entry) && !entry.includes(BARE_PAGE) && (isHostile ? OURS.test(entry) : concernsUs(entry))
  return kind === 'chromium' ? inTheLog(counts) : inTheConsole(counts)
}

/** What a page of somebody else is refused by its own policy is no matter of ours; whatever names no such page may be. */
function concernsUs(entry: string): boolean {
  const [, page] = /(?:source: |file: ")(https?:\/\/[^"\s]+)/.exec(entry) ?? []
  return page === undefined || (X_HOSTS as readonly string[]).includes(new URL(page).hostname)
}

/** Chromium writes what stands on any console into its log. */
function inTheLog(counts: (entry: string) => boolean): ViolationWatch {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-log-'))
  const file = join(folder, 'chromium.log')
  let taken = 0
  return {
    args: ['--enable-logging', '--log-level=0', `--log-file=${file}`],
    begin: () => Promise.resolve(),
    take: () => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
      const fresh = text.slice(taken).split(/^(?=\[\d+:\d+:)/m).filter((entry) => entry.includes(':CONSOLE:') && counts(entry))
      taken = text.length
      return Promise.resolve(fresh)
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Firefox tells whoever listens in its own process; the list of what was told holds only the last few hundred. */
function inTheConsole(counts: (entry: string) => boolean): ViolationWatch {
  let launched: LaunchedBrowser | undefined
  const home = 'Cu.getGlobalForObject(Services)'
  return {
    args: [],
    begin: async (browser) => {
      launched = browser
      await runInFirefoxSystem(browser.browser, `const home = ${home}
        home.regularsRefused = []
        home.regularsListener = { observe: (message) => { if (/Content-Security-Policy/.test(message.message)) home.regularsRefused.push(message.message) } }
        Services.console.registerListener(home.regularsListener)`)
    },
    take: async () => {
      if (!launched) return []
      const lines = await runInFirefoxSystem<string[]>(launched.browser, `return ${home}.regularsRefused.splice(0)`)
      return lines.filter(counts)
    },
    end: () => undefined,
  }
}
