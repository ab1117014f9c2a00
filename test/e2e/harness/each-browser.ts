import { afterAll, beforeAll, describe } from 'vitest'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'
import { launch } from './launch.ts'
import type { LaunchOptions, PracticeServer, Session } from './session.ts'

/** The browsers asked for with E2E_BROWSER; both by default. */
export const BROWSERS: readonly BrowserKind[] = process.env.E2E_BROWSER === undefined || process.env.E2E_BROWSER === ''
  ? ['chromium', 'firefox']
  : process.env.E2E_BROWSER.split(',').map((name) => (name.trim() === 'firefox' ? 'firefox' : 'chromium'))

/** A practice server that can be closed again. */
export interface ClosablePractice extends PracticeServer {
  readonly close: () => Promise<void>
}

/** What a test of one browser gets; `session()` and `practice()` may be called inside tests and hooks. */
export interface BrowserUnderTest<Practice> {
  readonly kind: BrowserKind
  readonly session: () => Session
  readonly practice: () => Practice
}

/** Describes the same tests once for each browser, with one server and one session for all of them. */
export function eachBrowser<Practice extends ClosablePractice>(
  name: string,
  startPractice: () => Promise<Practice>,
  tests: (browser: BrowserUnderTest<Practice>) => void,
  options: Omit<LaunchOptions, 'practice'> = {},
): void {
  describe.each(BROWSERS)(`${name} (%s)`, (kind) => {
    let practice: Practice | undefined
    let session: Session | undefined
    beforeAll(async () => {
      practice = await startPractice()
      session = await launch(kind, { ...options, practice })
    })
    afterAll(async () => {
      await session?.close()
      await practice?.close()
    })
    const started = <Thing>(thing: Thing | undefined): Thing => {
      if (thing === undefined) throw new Error('The browser opens in beforeAll: call this inside a test.')
      return thing
    }
    tests({ kind, session: () => started(session), practice: () => started(practice) })
  })
}
