import { TargetType } from 'puppeteer-core'
import { chanceOf } from '../../practice/random.ts'
import { runInFirefoxSystem } from './firefox-system.ts'
import type { Session } from './session.ts'

/** How many kills a test makes: 200 on the long run, 20 otherwise. */
export const KILLS = process.env['REGULARS_LONG'] === undefined ? 20 : 200

/** The seed of every random moment; a failure prints it, and REGULARS_SEED brings it back. */
export const SEED = Number(process.env['REGULARS_SEED'] ?? Math.floor(Math.random() * 1e6))

/** A chance in [0, 1) for the nth time of something, from the seed alone. */
export const chance = (...turn: readonly number[]): number => chanceOf(SEED, ...turn)

/** Waits some ms. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

/** True while the background runs: only then a kill is one. */
export function isRunning({ kind, launched, extensionId }: Session): Promise<boolean> {
  if (kind === 'firefox') {
    return runInFirefoxSystem(launched.browser, `return WebExtensionPolicy.getByHostname(${JSON.stringify(extensionId)}).extension.backgroundState === 'running'`)
  }
  return Promise.resolve(launched.browser.targets().some((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(launched.extensionUrl(''))))
}

/** Kills the background if it runs; gives whether it did. */
export async function killIfRunning(session: Session): Promise<boolean> {
  const runs = await isRunning(session)
  if (runs) await session.killBackground()
  return runs
}
