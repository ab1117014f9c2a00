import { afterAll, beforeAll, describe } from 'vitest'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'
import { startPractice, type Practice } from '../../practice/server.ts'
import { launch } from './launch.ts'
import type { LaunchOptions, Session } from './session.ts'

const asked = (process.env.E2E_BROWSER ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '')

/** The browsers asked for with E2E_BROWSER; both by default. */
export const BROWSERS: readonly BrowserKind[] = (['chromium', 'firefox'] as const).filter((kind) => asked.length === 0 || asked.includes(kind))

/** What the tests of one browser get; `session()` and `practice()` are for inside tests and hooks. */
export interface BrowserUnderTest {
  readonly kind: BrowserKind
  readonly session: () => Session
  readonly practice: () => Practice
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The browser opens in beforeAll: call this inside a test or a hook.')
  return thing
}

/** Describes the same tests once for each browser, with one practice server and one session for all of them. */
export function eachBrowser(name: string, tests: (browser: BrowserUnderTest) => void, options: Omit<LaunchOptions, 'practice'> = {}): void {
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
    tests({ kind, session: () => started(session), practice: () => started(practice) })
  })
}
