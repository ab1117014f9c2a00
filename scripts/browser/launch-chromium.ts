import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from 'puppeteer-core'
import type { LaunchedBrowser, LaunchRequest } from './launched.ts'
import { killTree } from './kill-tree.ts'
import { hostsInNetLog } from './net-log.ts'
import type { Routes } from './routes.ts'

function routeArgs(routes: Routes, spki: string): string[] {
  const maps = Object.entries(routes).map(([host, port]) => `MAP ${host}:443 127.0.0.1:${port}`)
  return [
    `--host-resolver-rules=${[...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
    `--ignore-certificate-errors-spki-list=${spki}`,
  ]
}

/** Chromium refuses its sandbox to root, and only Linux has it that way. */
function sandboxArgs(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Opens Chromium, Chrome or Edge; extensions come over the pipe because branded Chrome no longer takes --load-extension. */
export async function launchChromium(request: LaunchRequest): Promise<LaunchedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-chromium-'))
  const netLog = join(folder, 'net-log.json')
  const practice = request.practice
  const browser = await launch({
    executablePath: request.executablePath,
    headless: request.headless,
    handleSIGINT: request.callerHandlesSignals !== true,
    handleSIGTERM: request.callerHandlesSignals !== true,
    ignoreDefaultArgs: request.isAttended === true ? ['--enable-automation'] : false,
    pipe: true,
    enableExtensions: true,
    defaultViewport: request.viewport ?? null,
    userDataDir: request.profile ?? join(folder, 'profile'),
    args: [
      ...sandboxArgs(),
      ...(practice === undefined ? [] : [...routeArgs(practice.routes, practice.spki), `--log-net-log=${netLog}`]),
      '--lang=en-US',
      '--disable-features=AutofillServerCommunication',
      ...(request.extraArgs ?? []),
    ],
  })
  const extensionHosts: string[] = []
  for (const dir of request.extensionDirs) extensionHosts.push(await browser.installExtension(dir))
  let lastHosts: Set<string> | undefined
  const routed = new Set(['127.0.0.1', 'localhost', ...Object.keys(practice?.routes ?? {})])
  return {
    kind: 'chromium',
    browser,
    extensionHosts,
    extensionUrl: (path, index = 0) => `chrome-extension://${extensionHosts[index]}/${path}`,
    reinstall: async () => { await browser.installExtension(request.extensionDirs[0] ?? '') },
    unroutedHosts: () => [...(lastHosts ?? hostsInNetLog(netLog))].filter((host) => !routed.has(host)),
    close: async () => {
      await browser.close()
      lastHosts = hostsInNetLog(netLog)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    kill: async () => {
      await killTree(browser)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
