import { readdirSync, readFileSync } from 'node:fs'
import type { Session } from './session.ts'

/** Of a second, as Linux counts processor time. */
const TICKS = 100

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

/** Seconds of processor time that the thread of our background has had so far; in Firefox that of our pages too, which share it. NaN where this machine does not tell. */
export function backgroundSeconds({ kind, launched }: Session): number {
  const root = launched.browser.process()?.pid
  const pids = kind === 'firefox' ? pidsWith('comm', 'WebExtensions', root) : pidsWith('cmdline', '--extension-process', root)
  const threads = pids.flatMap((pid) => readdirSync(`/proc/${pid}/task`).map((thread) => `${pid}/task/${thread}`).filter((thread) => (kind === 'firefox' ? thread.endsWith(`/${pid}`) : textOf(thread, 'comm').startsWith('ServiceWorker'))))
  return threads.length === 0 ? Number.NaN : threads.reduce((sum, thread) => sum + secondsOf(thread), 0)
}

/** User and system time in ticks are the 14th and 15th word of a thread's line, the 12th and 13th behind its name. */
function secondsOf(thread: string): number {
  const words = textOf(thread, 'stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(words[11]) + Number(words[12])) / TICKS
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
