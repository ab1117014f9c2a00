import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { launch } from '../e2e/harness/launch.ts'
import type { Session } from '../e2e/harness/session.ts'
import type { Practice } from '../practice/server.ts'
import { versionOf } from './machine.ts'
import { echoExtension } from './echo-extension.ts'
import { nothingExtension } from './without-extension.ts'

/** How much is measured: all of it, or a tenth to see that the bench itself works; `isLong` adds a million people. */
export interface Extent {
  readonly isQuick: boolean
  readonly isLong: boolean
}

/** What every section gets. */
export interface BenchContext extends Extent {
  readonly kinds: readonly BrowserKind[]
  readonly practice: Practice
  /** The built extension of a browser, in a copy that nobody builds over. */
  readonly extensionDir: (kind: BrowserKind) => string
  readonly browsers: Set<string>
  /** A number of samples, or a tenth of it. */
  readonly samples: (all: number) => number
}

/** Firefox rounds its clocks to a whole ms; here they are to tell more. */
export const EXACT_CLOCKS = { 'privacy.reduceTimerPrecision': false }

/** What is in the browser: our extension, one that does nothing, or one whose background answers at once. */
export type Loaded = 'extension' | 'nothing' | 'echo'

/** Runs with a fresh browser, and closes it whatever happens. */
export async function withBrowser<Value>(context: BenchContext, kind: BrowserKind, has: Loaded, use: (session: Session) => Promise<Value>): Promise<Value> {
  const extensionDir = { extension: context.extensionDir, nothing: nothingExtension, echo: echoExtension }[has](kind)
  const session = await launch(kind, { practice: context.practice, extensionDir, extraPrefs: EXACT_CLOCKS })
  try {
    context.browsers.add(await versionOf(session))
    return await use(session)
  } finally {
    await session.close()
  }
}
