import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'

/** Every record of every table of every database, both storages and every cache of the extension, as one text. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const got = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => { request.addEventListener('success', () => resolve(request.result)); request.addEventListener('error', () => reject(request.error ?? new Error('not read'))) })
    const kept: unknown[] = [await chrome.storage.local.get(null), await chrome.storage.session.get(null), await chrome.storage.sync.get(null).catch(() => null)]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await got(indexedDB.open(name))
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table)
        kept.push(name, table, ...(await Promise.all([got(store.getAllKeys()), got(store.getAll())])))
      }
      database.close()
    }
    for (const name of await caches.keys()) kept.push(name, (await (await caches.open(name)).keys()).map(({ url }) => url))
    return JSON.stringify(kept)
  })
}

/** How many times each word stands in the files in which the browser keeps the extension's databases, in any of the ways in which browsers write text there. */
export function wordsOnDisk(kind: BrowserKind, profile: string, words: readonly string[]): Readonly<Record<string, number>> {
  const root = kind === 'chromium' ? join(profile, 'Default', 'IndexedDB') : join(profile, 'storage', 'default')
  const isOurs = (name: string): boolean => name.includes(kind === 'chromium' ? 'chrome-extension' : 'moz-extension') && !name.includes('userContextId')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isOurs).map((name) => join(root, name)).filter((file) => statSync(file).isFile())
  const bytes = files.map((file) => readFileSync(file))
  return Object.fromEntries(words.map((word) => [word, spellings(word).flatMap((spelling) => bytes.filter((file) => file.includes(spelling))).length]))
}

/** For each word the files of the whole profile that hold it, by their paths; what the user saved is not the browser's. */
export function filesWith(profile: string, words: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((name) => !/regulars-[^/]*\.json$/.test(name)).flatMap((name) => {
    const bytes = bytesOf(join(profile, name))
    return bytes ? [{ name, bytes }] : []
  })
  return Object.fromEntries(words.map((word) => [word, files.filter(({ bytes }) => spellings(word).some((spelling) => bytes.includes(spelling))).map(({ name }) => name)]))
}

/** A file as it is, unpacked where Firefox packed it; undefined for a folder, and for what went while it was looked at. */
function bytesOf(file: string): Buffer | undefined {
  try {
    const bytes = statSync(file).isFile() ? readFileSync(file) : undefined
    return bytes?.toString('latin1', 0, 8) === 'mozLz40\0' ? unpacked(bytes.subarray(12)) : bytes
  } catch {
    return undefined
  }
}

/** LZ4, as Firefox packs what it remembers of tabs: letters as they are, and copies of what went before. */
function unpacked(packed: Buffer): Buffer {
  const out: number[] = []
  const length = (nibble: number): number => {
    let sum = nibble
    for (let more = nibble === 15; more; ) { const byte = packed[at++] ?? 0; sum += byte; more = byte === 255 }
    return sum
  }
  let at = 0
  while (at < packed.length) {
    const token = packed[at++] ?? 0
    const letters = length(token >> 4)
    out.push(...packed.subarray(at, at += letters))
    if (at >= packed.length) break
    const back = packed.readUInt16LE(at)
    at += 2
    for (let left = length(token & 15) + 4; left > 0; left -= 1) out.push(out[out.length - back] ?? 0)
  }
  return Buffer.from(out)
}

/** As Latin letters, as two bytes a letter in either order, and as Firefox writes keys: each letter one further. */
function spellings(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le')
  return [Buffer.from(word, 'latin1'), wide, Buffer.from(wide).swap16(), Buffer.from(word, 'latin1').map((letter) => letter + 1) as Buffer]
}
