import { existsSync, readFileSync } from 'node:fs'

const STARTED = /"url":"((?:https?|wss?):\/\/[^"]+)"/g

/** The hosts that Chromium asked for, by its own net log: pages, workers and the browser itself alike, answered or not. */
export function hostsInNetLog(path: string): Set<string> {
  const log = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const urls = [...log.matchAll(STARTED)].map((match) => match[1] ?? '')
  return new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname))
}
