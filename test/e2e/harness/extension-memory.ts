import { readdirSync, readFileSync } from 'node:fs'
import type { Session } from './session.ts'

/** The most megabytes of its own that a process of our pages held while `run` was under way, beside what it held before; NaN where this machine does not tell. */
export async function watchMemory<Value>({ kind, launched }: Session, run: () => Promise<Value>): Promise<{ readonly value: Value; readonly before: number; readonly peak: number }> {
  const pids = kind === 'firefox' ? pidsWith('comm', 'WebExtensions', launched.browser.process()?.pid) : pidsWith('cmdline', '--extension-process', launched.browser.process()?.pid)
  const now = (): number => Math.max(...pids.map(ownMegabytes))
  const before = now()
  let peak = before
  const timer = setInterval(() => void (peak = Math.max(peak, now())), 100)
  try {
    return { value: await run(), before, get peak() { return peak } }
  } finally {
    clearInterval(timer)
  }
}

/** Processes of this browser in which something says that they are ours. */
function pidsWith(file: 'comm' | 'cmdline', words: string, browser: number | undefined): readonly string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && textOf(pid, file).includes(words) && isBelow(pid, String(browser)))
}

function isBelow(pid: string, ancestor: string): boolean {
  for (let at = pid; at !== '' && at !== '1' && at !== '0'; at = textOf(at, 'stat').split(') ').at(-1)?.split(' ')[1] ?? '') if (at === ancestor) return true
  return false
}

/** What a process has for itself alone: the code of the browser is everybody's. */
function ownMegabytes(pid: string): number {
  return Number(/RssAnon:\s+(\d+)/.exec(textOf(pid, 'status'))?.[1] ?? Number.NaN) / 1000
}

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
