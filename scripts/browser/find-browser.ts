import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type BrowserKind = 'chromium' | 'firefox'

/** A browser on this machine and which of the two families drives it. */
export interface FoundBrowser {
  readonly name: string
  readonly kind: BrowserKind
  readonly path: string
}

interface KnownBrowser {
  readonly kind: BrowserKind
  readonly commands: readonly string[]
  readonly mac: readonly string[]
  readonly windows: readonly string[]
}

const KNOWN: Readonly<Record<string, KnownBrowser>> = {
  chromium: {
    kind: 'chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
  },
  chrome: {
    kind: 'chromium',
    commands: ['google-chrome', 'google-chrome-stable'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
  },
  edge: {
    kind: 'chromium',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
  },
  firefox: {
    kind: 'firefox',
    commands: ['firefox', 'firefox-esr'],
    mac: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
}

/** The names that `BROWSER=` understands besides a path. */
export const BROWSER_NAMES = Object.keys(KNOWN)

function candidates(known: KnownBrowser): string[] {
  const { env, platform } = process
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return folders.flatMap((folder) => known.mac.map((app) => join(folder, app)))
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined)
    return folders.flatMap((folder) => known.windows.map((program) => join(folder, program)))
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter((folder) => folder !== '')
  return folders.flatMap((folder) => known.commands.map((command) => join(folder, command)))
}

function findNamed(name: string, known: KnownBrowser): FoundBrowser | undefined {
  const path = candidates(known).find((candidate) => existsSync(candidate))
  return path === undefined ? undefined : { name, kind: known.kind, path }
}

function atPath(path: string): FoundBrowser | undefined {
  const kind = /firefox|librewolf|waterfox|zen/i.test(path) ? 'firefox' : 'chromium'
  return existsSync(path) ? { name: path, kind, path } : undefined
}

/** The asked browser (a name or a path), or without a wish the first of Chromium, Chrome, Edge and Firefox. */
export function findBrowser(wish?: string): FoundBrowser | undefined {
  if (wish === undefined || wish === '') return Object.entries(KNOWN).map(([name, known]) => findNamed(name, known)).find((found) => found !== undefined)
  const known = KNOWN[wish.toLowerCase()]
  return known === undefined ? atPath(wish) : findNamed(wish.toLowerCase(), known)
}

/** Any installed browser of one family, for the tests. */
export function findKind(kind: BrowserKind): FoundBrowser | undefined {
  const names = BROWSER_NAMES.filter((name) => KNOWN[name]?.kind === kind)
  return names.map((name) => findBrowser(name)).find((found) => found !== undefined)
}
