import type { Frame, GoToOptions, Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'
import type { LaunchedBrowser } from '../../../scripts/browser/launched.ts'
import type { Routes } from '../../../scripts/browser/routes.ts'
import type { Practice } from '../../practice/server.ts'
import type { Background } from './background.ts'
import type { Badge, ClosedElement, Place } from './badges.ts'
import type { PageMetrics } from './metrics.ts'
import type { Watched } from './stopwatch.ts'

/** How to open a browser for a test. */
export interface LaunchOptions {
  readonly practice: Practice
  /** Further hosts and their ports on 127.0.0.1 (https with the practice certificate), such as a CRM that plays along. */
  readonly routes?: Routes
  readonly headless?: boolean
  /** Starts with the demo memory of `npm start`. */
  readonly seed?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Instead of dist/chrome or dist/firefox. */
  readonly extensionDir?: string
  readonly extraArgs?: readonly string[]
  /** A profile that outlives the browser, and Firefox's addresses in it. */
  readonly profile?: string | undefined
  readonly hosts?: readonly string[] | undefined
  readonly extraPrefs?: Readonly<Record<string, string | number | boolean>>
  /** The page attacks, and is refused by its own policy what it tries: only what is refused to our own scripts counts. */
  readonly hostile?: boolean
}

/** How to open a page of X. */
export interface OpenOptions {
  readonly params?: Readonly<Record<string, string>>
  readonly waitUntil?: GoToOptions['waitUntil']
  /** Runs on the blank tab before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<void>
  /** Another host of X, such as pro.x.com. */
  readonly host?: string
}

/** One browser with Regulars and the probe in a throwaway profile, in front of the practice timeline. */
export interface Session {
  readonly kind: BrowserKind
  readonly launched: LaunchedBrowser
  readonly practice: Practice
  readonly extensionId: string
  readonly extensionUrl: (path: string) => string
  readonly openPage: (path: string, options?: OpenOptions) => Promise<Page>
  readonly openExtensionPage: (path: string) => Promise<Page>
  readonly evaluateInBackground: Background['evaluate']
  readonly killBackground: Background['kill']
  readonly reloadExtension: Background['reload']
  readonly backgroundErrors: Background['errors']
  /** Every badge of the page in document order, read through its closed root. */
  readonly badges: (page: Page) => Promise<Badge[]>
  /** The badges once the condition holds; by default once there is one and every one has a label. */
  readonly waitForBadges: (page: Page, holds?: (badges: readonly Badge[]) => boolean, timeout?: number) => Promise<Badge[]>
  /** Notes in which frame each badge came and what it said; what it gives ends the watch. */
  readonly watchBadges: (page: Page) => Promise<() => Promise<Watched>>
  readonly clickBadge: (page: Page, handle: string) => Promise<void>
  /** Elements that match a selector inside any closed root of the page. */
  readonly closedElements: (page: Page, selector: string) => Promise<ClosedElement[]>
  readonly clickPlace: (page: Page, place: Place) => Promise<void>
  /** The frame whose address has this part; the card by default. */
  readonly cardFrame: (page: Page, part?: string) => Promise<Frame>
  readonly consoleErrors: (page: Page) => readonly string[]
  /** Hosts that were asked for beyond this machine, without those that the browser itself asks; surest after close(). */
  readonly foreignRequests: () => string[]
  /** What a content security policy, ours or X's, refused since it was last asked, in the browser's words. What nobody asked for fails `close`. */
  readonly refusedByPolicy: () => Promise<readonly string[]>
  readonly metrics: (page: Page) => Promise<PageMetrics>
  readonly close: () => Promise<void>
  /** Kills the whole browser at once. */
  readonly kill: () => Promise<void>
}
