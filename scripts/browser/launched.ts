import type { Browser } from 'puppeteer-core'
import type { BrowserKind } from './find-browser.ts'
import type { Routes } from './routes.ts'

/** What to open: routes absent means the real network. */
export interface LaunchRequest {
  readonly executablePath: string
  readonly headless: boolean
  /** A person sits in front of it, so no automation banner. */
  readonly isAttended?: boolean
  /** The caller closes the browser when Ctrl+C comes. */
  readonly callerHandlesSignals?: boolean
  readonly extensionDirs: readonly string[]
  readonly practice?: { readonly routes: Routes; readonly spki: string }
  readonly viewport?: { readonly width: number; readonly height: number } | null
  readonly extraArgs?: readonly string[]
  /** A folder for the profile that stays when the browser closes, for the next one; absent for a throwaway one. */
  readonly profile?: string | undefined
  /** Firefox's addresses of the extensions, so that a kept profile finds its data; absent for new ones. */
  readonly hosts?: readonly string[] | undefined
  readonly extraPrefs?: Readonly<Record<string, string | number | boolean>>
}

/** A running browser in a throwaway profile, with its extensions in the order they were asked for. */
export interface LaunchedBrowser {
  readonly kind: BrowserKind
  readonly browser: Browser
  /** The host part of each extension's own address. */
  readonly extensionHosts: readonly string[]
  readonly extensionUrl: (path: string, index?: number) => string
  /** Installs the first extension once more over itself, as an update does. */
  readonly reinstall: () => Promise<void>
  /** Every host asked for that is not routed to this machine; Chromium writes its log in pieces, so it is complete after close(). */
  readonly unroutedHosts: () => string[]
  readonly close: () => Promise<void>
  /** Kills it at once with all its processes, as a crash or the loss of power to it does. */
  readonly kill: () => Promise<void>
}
