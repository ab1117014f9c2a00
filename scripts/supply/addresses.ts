import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Addresses that may stand in what is built: X, its API, loopback, names of XML vocabularies, and documentation. What a connection of the user's needs is added here with it. */
const ALLOWED: readonly RegExp[] = [
  /^https:\/\/((pro|mobile|api|upload)\.)?(x|twitter)\.com\b/,
  /^https:\/\/\*\/\*$/,
  /^http:\/\/(127\.0\.0\.1|localhost)\b/,
  /^http:\/\/www\.w3\.org\//,
  // The CRMs that are always at the same address, and a sentence that says with what an address begins.
  /^https:\/\/(app\.hubspot|api\.hubapi|app\.chatwoot)\.com\b/,
  /^https:\/\/\.$/,
]

/** The addresses in the scripts and pages of a built extension that are on no list, each with its file. */
export function addressesIn(dir: string): readonly string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|html|css|json)$/.test(file))
  return files.flatMap((file) => {
    const found = readFileSync(join(dir, file), 'utf8').match(/(?:https?|wss?):\/\/[^\s"'`<>\\)\]},]+/g) ?? []
    return [...new Set(found)].filter((address) => !ALLOWED.some((allowed) => allowed.test(address))).map((address) => `${file}: ${address}`)
  })
}
