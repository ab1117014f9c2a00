import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { findBrowser, findKind, type BrowserKind, type FoundBrowser } from '../../../scripts/browser/find-browser.ts'
import { launchBrowser } from '../../../scripts/browser/launch-browser.ts'
import { routesToPractice } from '../../../scripts/browser/routes.ts'
import { seedDemo } from '../../../scripts/demo-memory.ts'
import { visitExtensionPage } from '../../../scripts/browser/visit-extension-page.ts'
import { clickBadge, clickPlace, type Badge } from './badges.ts'
import { BROWSER_OWN_HOSTS } from './browser-own-hosts.ts'
import { frameAt } from './card-frame.ts'
import { chromiumBackground } from './chromium-background.ts'
import { firefoxBackground } from './firefox-background.ts'
import { watchViolations } from './csp-violations.ts'
import { pageMetrics } from './metrics.ts'
import { collectErrors } from './page-errors.ts'
import { openProbe, type Probe } from './probe.ts'
import type { LaunchOptions, OpenOptions, Session } from './session.ts'
import { watchBadges } from './stopwatch.ts'
import { waitUntilBadges } from './wait-for-badges.ts'

/** What a policy refused ends the run of the trust cases and the long run; elsewhere it is said. */
const IS_STRICT = process.env['REGULARS_TRUST'] !== undefined || process.env['REGULARS_LONG'] !== undefined
const VIEWPORT = { width: 1280, height: 900 }

function installed(kind: BrowserKind): FoundBrowser {
  const wish = findBrowser(process.env.BROWSER)
  const found = wish?.kind === kind ? wish : findKind(kind)
  if (found === undefined) throw new Error(`No ${kind} on this machine: install it, or name it with BROWSER=/path/to/it.`)
  return found
}

function builtExtension(kind: BrowserKind): string {
  const dir = join(process.cwd(), 'dist', kind === 'chromium' ? 'chrome' : 'firefox')
  if (!existsSync(join(dir, 'manifest.json'))) throw new Error(`${dir} is not built: run "npm run build" first.`)
  return dir
}

async function openX(probe: Probe, errors: WeakMap<Page, readonly string[]>, path: string, options: OpenOptions): Promise<Page> {
  const page = await probe.newPage()
  errors.set(page, collectErrors(page))
  await page.setViewport(VIEWPORT)
  await options.prepare?.(page)
  const url = new URL(path, `https://${options.host ?? 'x.com'}`)
  for (const [name, value] of Object.entries(options.params ?? {})) url.searchParams.set(name, value)
  await page.goto(url.href, { waitUntil: options.waitUntil ?? 'load' })
  // The welcome page opens by itself at some moment after the install: behind it this one would have no frames.
  await page.bringToFront()
  return page
}

/** Opens one browser with the built extension and the probe; nothing it asks for leaves this machine. */
export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<Session> {
  const probeDir = join(process.cwd(), 'test/e2e/probe-extension')
  const violations = watchViolations(kind, options.hostile === true)
  const launched = await launchBrowser(kind, {
    executablePath: installed(kind).path,
    headless: options.headless ?? process.env.HEADFUL === undefined,
    extensionDirs: [options.extensionDir ?? builtExtension(kind), probeDir],
    practice: { routes: { ...routesToPractice(options.practice.port), ...options.routes }, spki: options.practice.certificate.spki },
    viewport: options.viewport ?? VIEWPORT,
    extraArgs: [...violations.args, ...(options.extraArgs ?? [])],
    extraPrefs: options.extraPrefs,
    profile: options.profile,
    hosts: options.hosts,
  })
  await violations.begin(launched)
  const background = kind === 'chromium' ? chromiumBackground(launched) : firefoxBackground(launched)
  const probe = await openProbe(launched, 1)
  if (options.seed === true) await seedDemo(launched)
  const errors = new WeakMap<Page, readonly string[]>()
  const badges = (page: Page): Promise<Badge[]> => probe.ask<Badge[]>(page, 'badges')
  return {
    kind,
    launched,
    practice: options.practice,
    extensionId: launched.extensionHosts[0] ?? '',
    extensionUrl: (path) => launched.extensionUrl(path),
    openPage: (path, open = {}) => openX(probe, errors, path, open),
    openExtensionPage: async (path) => {
      const page = await visitExtensionPage(launched, path)
      errors.set(page, collectErrors(page))
      return page
    },
    evaluateInBackground: background.evaluate,
    killBackground: background.kill,
    reloadExtension: background.reload,
    backgroundErrors: background.errors,
    badges,
    waitForBadges: (page, holds, timeout) => waitUntilBadges(() => badges(page), holds, timeout),
    watchBadges: (page) => watchBadges(probe, page),
    clickBadge: (page, handle) => clickBadge(probe, page, handle),
    closedElements: (page, selector) => probe.ask(page, 'closed', selector),
    clickPlace,
    cardFrame: (page, part = 'card/card.html') => frameAt(page, part),
    consoleErrors: (page) => errors.get(page) ?? [],
    foreignRequests: () => launched.unroutedHosts().filter((host) => !BROWSER_OWN_HOSTS.has(host)),
    metrics: (page) => pageMetrics(page, kind === 'chromium'),
    refusedByPolicy: violations.take,
    close: async () => {
      const refused = await violations.take().catch(() => [])
      violations.end()
      await launched.close()
      const said = `A policy refused us something:\n${refused.join('\n')}`
      if (refused.length > 0 && IS_STRICT) throw new Error(said)
      if (refused.length > 0) console.error(said)
    },
    kill: async () => {
      violations.end()
      await launched.kill()
    },
  }
}
