import type { EvaluateFunc, Page } from 'puppeteer-core'

/** The extension's background in one browser: what tests may do to it. */
export interface Background {
  /** Runs in Chromium's worker itself; in Firefox in a bare page of the extension, with the same APIs and database. */
  readonly evaluate: <Args extends unknown[], Run extends EvaluateFunc<Args>>(run: Run, ...args: Args) => Promise<Awaited<ReturnType<Run>>>
  /** Stops it at once, as the browser does when it has been idle. */
  readonly kill: () => Promise<void>
  /** Reloads the whole extension, as an update does, and waits until it is back. */
  readonly reload: () => Promise<void>
  /** Errors thrown or logged by the background, and in Firefox by every part of the extension. */
  readonly errors: () => Promise<string[]>
}

/** A page of the extension that runs none of its code. */
export const BARE_PAGE = 'icons/16.png'

/** Runs a function in an opened page and closes it again, whatever happens. */
export async function usePage<Value>(opening: Promise<Page>, use: (page: Page) => Promise<Value>): Promise<Value> {
  const page = await opening
  try {
    return await use(page)
  } finally {
    await page.close().catch(() => undefined)
  }
}
