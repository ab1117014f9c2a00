import { existsSync } from 'node:fs'
import { runCommand } from '../run-command.ts'
import { sayDone, sayStep } from '../say.ts'
import { findKind, type BrowserKind } from './find-browser.ts'

const DEBIAN_PACKAGES: Readonly<Record<BrowserKind, string>> = { chromium: 'chromium', firefox: 'firefox-esr' }
const NAMES: Readonly<Record<BrowserKind, string>> = { chromium: 'Chromium (or Chrome, or Edge)', firefox: 'Firefox' }

const mayInstall = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function apt(args: readonly string[]): Promise<boolean> {
  const { isFine, output } = await runCommand('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 })
  if (!isFine) console.log(output.split('\n').slice(-15).join('\n'))
  return isFine
}

/** Sees to it that a browser of each family is here: installs it where that is ours to do, else says what to install. */
export async function ensureBrowsers(kinds: readonly BrowserKind[]): Promise<void> {
  const missing = kinds.filter((kind) => findKind(kind) === undefined)
  if (missing.length === 0) return
  const names = missing.map((kind) => NAMES[kind]).join(' and ')
  const advice = `install ${names}, or name the program with BROWSER=/path/to/it, and run this again.`
  if (!mayInstall()) throw new Error(`${names} is not on this machine: ${advice}`)
  const packages = missing.map((kind) => DEBIAN_PACKAGES[kind])
  sayStep(`Installing ${packages.join(' and ')} with apt-get (a minute or two)`)
  const isDone = await apt(['update', '-q']) && await apt(['install', '-q', '-y', '--no-install-recommends', ...packages, 'fonts-liberation'])
  if (!isDone || missing.some((kind) => findKind(kind) === undefined)) throw new Error(`apt-get could not install ${packages.join(' and ')} (it says why above): ${advice}`)
  sayDone(`${packages.join(' and ')} installed`)
}
