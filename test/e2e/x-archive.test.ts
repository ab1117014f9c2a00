import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openBackupPage } from './harness/backup-page.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { openAsking } from './harness/our-ask.ts'

const POSTS = 240
/** So many parts that a page is surely closed before the last. */
const LARGE = 800
const PEOPLE = 30

/** An archive as X gives it: answers to Ana and others, and one post to nobody. */
function archive(posts = POSTS, first = 0): { readonly base64: string } {
  const tweet = (nth: number): object => ({ tweet: { id_str: String(1_600_000_000_000_000_000n + BigInt(first + nth)), full_text: `answer ${nth}`, created_at: 'Wed Nov 18 19:16:56 +0000 2020', in_reply_to_screen_name: nth % PEOPLE === 0 ? 'ana_old' : `person${nth % PEOPLE}`, in_reply_to_user_id_str: String(77 + (nth % PEOPLE)), entities: { user_mentions: [] } } })
  const tweets = [{ tweet: { id_str: '1600000000000099999', full_text: 'hello all', entities: {} } }, ...Array.from({ length: posts }, (_, nth) => tweet(nth))]
  const texts = { 'data/account.js': 'window.YTD.account.part0 = [{"account":{"username":"NorthwindAir","accountId":"1"}}]', 'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify(tweets)}` }
  return { base64: Buffer.from(zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])))).toString('base64') }
}

eachBrowser('an archive of X', ({ session }) => {
  it('is looked through first, becomes history though the background is stopped, and is taken out again', async () => {
    const asking = await openAsking(session())
    const contacts = async (): Promise<number> => ((await asking.one('people/view', { handle: 'ana_old' })) as { person?: { contacts: number } }).person?.contacts ?? 0
    const backup = await openBackupPage(session())
    await backup.give('archive.zip', archive(), '#archive input[type=file]')
    await backup.page.waitForFunction((posts, people) => document.querySelector('#archive [role=status]')?.textContent?.startsWith(`${posts} posts by @NorthwindAir to ${people} people.`), {}, POSTS, PEOPLE)
    expect(await contacts()).toBe(0)
    await session().killBackground()
    await backup.press('Take them into the history')
    expect(await backup.outcome()).toBe(`${POSTS} posts are in the history now.`)
    expect(await contacts()).toBe(POSTS / PEOPLE)
    await backup.give('archive.zip', archive(), '#archive input[type=file]')
    await backup.press('Take them into the history')
    expect(await backup.outcome()).toBe('0 posts are in the history now.')
    await backup.press('Take the archive out again', 'Undo all of it')
    await backup.outcome()
    expect(await contacts()).toBe(0)
    await backup.give('archive.zip', archive(), '#archive input[type=file]')
    await backup.press('Take them into the history')
    expect(await backup.outcome()).toBe(`${POSTS} posts are in the history now.`)
    expect(await contacts()).toBe(POSTS / PEOPLE)
    await backup.give('archive.zip', 'this is no zip', '#archive input[type=file]')
    expect(await backup.outcome()).toContain('no zip file')
    expect(session().consoleErrors(backup.page)).toEqual([])
    await Promise.all([backup.page.close(), asking.page.close()])
  })

  it('goes on where it was after its page was closed: by itself where the browser keeps the way to the file, else with the same file', async () => {
    const isKept = session().kind === 'chromium'
    // One file: a zip tells when it was made.
    const whole = archive(LARGE, LARGE)
    const asking = await openAsking(session())
    const contacts = async (): Promise<number> => ((await asking.one('people/view', { handle: 'ana_old' })) as { person?: { contacts: number } }).person?.contacts ?? 0
    const had = await contacts()
    const first = await openBackupPage(session())
    const { page } = first
    if (isKept) {
      // No test can press the browser's own picker. A file of the private file system is of the same kind, and needs no leave.
      await page.evaluate(async (base64) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle('archive.zip', { create: true })
        const writable = await handle.createWritable()
        await writable.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
        await writable.close()
        Object.assign(globalThis, { showOpenFilePicker: () => Promise.resolve([handle]) })
      }, whole.base64)
      await page.click('#archive input[type=file]')
    } else await first.give('archive.zip', whole, '#archive input[type=file]')
    await page.waitForFunction((posts) => document.querySelector('#archive [role=status]')?.textContent?.startsWith(posts), {}, LARGE.toLocaleString('en'))
    await first.press('Take them into the history')
    await page.evaluate(passed)
    await page.close()

    const backup = await openBackupPage(session())
    await backup.page.waitForFunction(() => document.querySelector('#archive')?.textContent?.includes('Taking in \u2068archive.zip\u2069 was stopped before its end'))
    await backup.give('archive.zip', archive(LARGE - 1, LARGE), '#archive input[type=file]')
    expect(await backup.outcome()).toContain('This is another file than archive.zip')
    if (isKept) await backup.press('Go on where it was')
    else await backup.give('archive.zip', whole, '#archive input[type=file]')
    await backup.page.waitForFunction(() => document.querySelector('.sections > .stack > [role=status]')?.textContent?.includes('posts are in the history now.'))
    expect(await contacts()).toBe(had + Math.ceil(LARGE / PEOPLE))
    expect(await backup.text()).not.toContain('was stopped before its end')
    expect(session().consoleErrors(backup.page)).toEqual([])
    await Promise.all([backup.page.close(), asking.page.close()])
  })
})

/** Resolves as soon as a part is in, and how far that leads is noted. */
async function passed(): Promise<void> {
  const got = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => { request.addEventListener('success', () => resolve(request.result)); request.addEventListener('error', () => reject(request.error ?? new Error('not read'))) })
  const database = await got(indexedDB.open('regulars-archive'))
  for (;;) if (((await got(database.transaction('archives').objectStore('archives').get('now') as IDBRequest<{ passed: number } | undefined>))?.passed ?? 0) > 0) break
  database.close()
  // Nothing more leaves, however fast the machine: the page may take longer to close than the rest would take.
  const { runtime } = (globalThis as { readonly browser?: typeof chrome }).browser ?? chrome
  Reflect.set(runtime, 'sendMessage', () => new Promise(() => undefined))
}
