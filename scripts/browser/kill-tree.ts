import { readdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'

/** Kills a browser that we started, and every process that came of it, in one go: nothing of it can still write. */
export async function killTree(browser: Browser): Promise<void> {
  const main = browser.process()
  if (!main?.pid) throw new Error('This browser is not ours to kill.')
  const gone = new Promise((resolve) => { main.once('exit', resolve) })
  for (const pid of [main.pid, ...descendantsOf(main.pid)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
  await gone
  await browser.disconnect().catch(() => undefined)
}

function descendantsOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return []
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), parentOf(name)]))
  const found = [pid]
  for (const one of found) found.push(...[...parents].filter(([, parent]) => parent === one).map(([child]) => child))
  return found.slice(1)
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0
  }
}
