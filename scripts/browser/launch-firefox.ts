import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from 'puppeteer-core'
import type { LaunchedBrowser, LaunchRequest } from './launched.ts'
import { killTree } from './kill-tree.ts'
import { startRouteProxy } from './route-proxy.ts'

interface FirefoxManifest {
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } }
}

async function geckoId(dir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as FirefoxManifest
  const id = manifest.browser_specific_settings?.gecko?.id
  if (id === undefined) throw new Error(`${dir} has no gecko id in its manifest: build it with "npm run build" first.`)
  return id
}

function proxyPrefs(port: number): Record<string, string | number> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  }
}

/** Opens Firefox with known addresses for the extensions; --remote-allow-system-access is what lets us visit their pages. */
export async function launchFirefox(request: LaunchRequest): Promise<LaunchedBrowser> {
  const proxy = request.practice === undefined ? undefined : await startRouteProxy(request.practice.routes)
  const extensionHosts = request.hosts ?? request.extensionDirs.map(() => randomUUID())
  const ids = await Promise.all(request.extensionDirs.map(geckoId))
  const profile = request.profile ?? await mkdtemp(join(tmpdir(), 'regulars-firefox-'))
  const browser = await launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: request.executablePath,
    headless: request.headless,
    handleSIGINT: request.callerHandlesSignals !== true,
    handleSIGTERM: request.callerHandlesSignals !== true,
    acceptInsecureCerts: request.practice !== undefined,
    defaultViewport: request.viewport ?? null,
    userDataDir: profile,
    args: ['--remote-allow-system-access', ...(request.extraArgs ?? [])],
    extraPrefsFirefox: {
      ...(proxy === undefined ? {} : proxyPrefs(proxy.port)),
      'extensions.webextensions.uuids': JSON.stringify(Object.fromEntries(ids.map((id, index) => [id, extensionHosts[index]]))),
      'intl.accept_languages': 'en-US, en',
      ...request.extraPrefs,
    },
  })
  for (const dir of request.extensionDirs) await browser.installExtension(dir)
  return {
    kind: 'firefox',
    browser,
    extensionHosts,
    extensionUrl: (path, index = 0) => `moz-extension://${extensionHosts[index]}/${path}`,
    reinstall: async () => { await browser.installExtension(request.extensionDirs[0] ?? '') },
    unroutedHosts: () => [...(proxy?.refusedHosts ?? [])],
    close: async () => {
      await browser.close()
      await proxy?.close()
      if (request.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
    kill: async () => {
      await killTree(browser)
      await proxy?.close()
    },
  }
}
