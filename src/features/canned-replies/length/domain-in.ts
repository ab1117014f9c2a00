import { punycodeLength } from './punycode-length'
import { LONGEST_TLD, TLDS } from './tlds'

const LONGEST_LABEL = 63

/** The host name that a run begins with, as X takes it for one; `after` is the sign behind the run. */
export function domainIn(run: string, after: string | undefined): string | undefined {
  const ends = endsOfTlds(run, after)
  for (const end of ends.toReversed()) {
    const domain = run.slice(0, end)
    if (isHost(domain)) return domain.split('.').every((label) => punycodeLength(label) <= LONGEST_LABEL) ? domain : undefined
  }
  return undefined
}

/** Where a known top-level domain ends within a run. */
function endsOfTlds(run: string, after: string | undefined): readonly number[] {
  const ends: number[] = []
  for (let dot = run.indexOf('.'); dot >= 0; dot = run.indexOf('.', dot + 1)) {
    const label = run.slice(dot + 1, dot + 1 + 64)
    const length = tldLength(label)
    const next = run[dot + 1 + length] ?? after ?? ''
    if (length > 0 && !/^[0-9a-z@+-]$/i.test(next)) ends.push(dot + 1 + length)
  }
  return ends
}

function tldLength(label: string): number {
  const ascii = /^(?:xn--[-0-9a-z]+|[a-z]+)/i.exec(label)?.[0].toLowerCase()
  if (ascii !== undefined) return ascii.startsWith('xn--') || TLDS.has(ascii) ? ascii.length : 0
  for (let length = Math.min(LONGEST_TLD, label.length); length > 0; length -= 1) if (TLDS.has(label.slice(0, length))) return length
  return 0
}

/** Labels are not empty and neither begin nor end with a stroke; only those before the last two may have an underscore. */
function isHost(domain: string): boolean {
  const labels = domain.split('.')
  if (labels.length < 2) return false
  return labels.slice(0, -1).every((label, index) => (index === labels.length - 2 ? /^[^_-](?:[^_]*[^_-])?$/u : /^[^_-](?:.*[^_-])?$/u).test(label))
}
