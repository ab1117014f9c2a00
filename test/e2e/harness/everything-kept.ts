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

/** As Latin letters, as two bytes a letter in either order, and as Firefox writes keys: each letter one further. */
function spellings(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le')
  return [Buffer.from(word, 'latin1'), wide, Buffer.from(wide).swap16(), Buffer.from(word, 'latin1').map((letter) => letter + 1) as Buffer]
}
