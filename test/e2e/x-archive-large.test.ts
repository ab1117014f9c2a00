import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBackupPage } from './harness/backup-page.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { watchMemory } from './harness/extension-memory.ts'
import { openAsking } from './harness/our-ask.ts'

const SIZE = 1_000_000_000
const BLOCK = 250
const PEOPLE = 40
const MOST_MEGABYTES = 300

/** On the long run: it writes a gigabyte, and reads it four times in each browser. */
describe.runIf(process.env['REGULARS_LONG'])('a gigabyte', () => {
  let folder: string
  let path: string
  let replies = 0
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-archive-'))
    path = join(folder, 'archive.zip')
    replies = writeArchive(path)
    expect(statSync(path).size).toBeGreaterThanOrEqual(SIZE)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  eachBrowser('an archive', ({ kind, session }) => {
    it(`of a gigabyte is looked through and taken in, cancelled and gone on with, within ${MOST_MEGABYTES} MB`, { timeout: 280_000 }, async () => {
      const asking = await openAsking(session())
      const backup = await openBackupPage(session())
      const { page } = backup
      const give = async (): Promise<void> => ((await page.$('#archive input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(path)
      const ends = (words: string): Promise<unknown> => page.waitForFunction((words) => !document.querySelector('.progress-line .row') && document.body.textContent?.includes(words), { timeout: 120_000, polling: 200 }, words)
      const from = Date.now()
      const measured = await watchMemory(session(), async () => {
        await give()
        await ends(`${replies.toLocaleString('en')} posts by @NorthwindAir to ${PEOPLE} people.`)
        const looked = Date.now() - from
        await backup.press('Take them into the history')
        await page.evaluate(halfWay, Math.round(replies / 3))
        await backup.press('Cancel')
        await ends('was stopped before its end')
        await give()
        await ends('posts are in the history now.')
        return looked
      })
      console.log(`${kind}: a gigabyte looked through in ${Math.round(measured.value / 1000)} s, all in ${Math.round((Date.now() - from) / 1000)} s; ${Math.round(measured.before)} MB before, ${Math.round(measured.peak)} MB at most`)
      expect(((await asking.one('people/view', { handle: 'person10' })) as { person?: { contacts: number } }).person?.contacts).toBe(Math.ceil(replies / PEOPLE))
      expect(measured.peak).toBeLessThanOrEqual(MOST_MEGABYTES)
    })
  })
})

/** An archive with one answer in every 250 posts; all else is to nobody, and as long as X's own entries are. Gives how many answers there are. */
function writeArchive(path: string): number {
  const file = openSync(path, 'w')
  const filler = { retweeted: false, source: '<a href="https://mobile.example.org" rel="nofollow">An App</a>', entities: { hashtags: [], symbols: [], user_mentions: [], urls: Array.from({ length: 12 }, (_, nth) => ({ url: `https://t.example.org/${nth}`, expanded_url: `https://example.org/a/long/address/of/a/page/${nth}`, display_url: `example.org/a/long/…`, indices: ['0', '23'] })) }, display_text_range: ['0', '120'], favorite_count: '0', truncated: false, retweet_count: '0', possibly_sensitive: false, favorited: false, lang: 'en' }
  const tweet = (id: bigint, to?: number): string => JSON.stringify({ tweet: { ...filler, id_str: String(id), full_text: `words ${'of a post '.repeat(12)}`, created_at: 'Wed Nov 18 19:16:56 +0000 2020', ...(to !== undefined && { in_reply_to_screen_name: `person${to}`, in_reply_to_user_id_str: String(77_000 + to) }) } })
  const others = Array.from({ length: BLOCK - 1 }, (_, nth) => tweet(1_500_000_000_000_000_000n + BigInt(nth))).join(',\n')
  const entries: { readonly name: string; readonly size: number; readonly at: number }[] = []
  let at = 0
  const write = (bytes: Buffer): void => void (at += writeSync(file, bytes))
  const add = (name: string, size: number, parts: Iterable<Buffer>): void => {
    entries.push({ name, size, at })
    write(local(name, size))
    for (const part of parts) write(part)
  }
  const account = Buffer.from('window.YTD.account.part0 = [{"account":{"username":"NorthwindAir","accountId":"1"}}]')
  add('data/account.js', account.length, [account])
  // Two digits each: every block is as long as the others.
  const block = (nth: number): Buffer => Buffer.from(`${nth === 0 ? 'window.YTD.tweets.part0 = [' : ',\n'}${tweet(1_600_000_000_000_000_000n + BigInt(nth), 10 + (nth % PEOPLE))},\n${others}`)
  const [first, later, end] = [block(0).length, block(1).length, Buffer.from(']')]
  const blocks = Math.ceil(SIZE / later)
  add('data/tweets.js', first + (blocks - 1) * later + end.length, (function* () {
    for (let nth = 0; nth < blocks; nth += 1) yield block(nth)
    yield end
  })())
  const directory = Buffer.concat(entries.map(({ name, size, at }) => central(name, size, at)))
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(at, 16)
  write(directory)
  write(tail)
  closeSync(file)
  return blocks
}

/** What stands before a file that is packed as it is; no sum, which readers of a stream do not look at. */
function local(name: string, size: number): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(size, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function central(name: string, size: number, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt32LE(size, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, Buffer.from(name)])
}

/** Resolves once so many entries' posts are in. */
async function halfWay(posts: number): Promise<void> {
  const got = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => { request.addEventListener('success', () => resolve(request.result)); request.addEventListener('error', () => reject(request.error ?? new Error('not read'))) })
  const database = await got(indexedDB.open('regulars-archive'))
  for (;;) {
    if (((await got(database.transaction('archives').objectStore('archives').get('now') as IDBRequest<{ taken: number } | undefined>))?.taken ?? 0) >= posts) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  database.close()
}
