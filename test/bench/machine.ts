import { cpus, loadavg, totalmem } from 'node:os'
import type { Session } from '../e2e/harness/session.ts'

/** On what a run was measured. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  readonly browsers: readonly string[]
}

/** How busy the machine was: processes that ran or waited, over 1, 5 and 15 minutes. */
export function loadNow(): readonly number[] {
  return loadavg().map((load) => Math.round(load * 100) / 100)
}

/** The machine, with the browsers that took part. */
export function machineWith(browsers: ReadonlySet<string>): Machine {
  const all = cpus()
  return { cpu: all[0]?.model.trim() ?? 'unknown', cores: all.length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, browsers: [...browsers] }
}

/** A browser's own name and version. */
export function versionOf({ launched }: Session): Promise<string> {
  return launched.browser.version()
}
