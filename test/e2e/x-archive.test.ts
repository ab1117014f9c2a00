import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openBackupPage } from './harness/backup-page.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { openAsking } from './harness/our-ask.ts'

const POSTS = 240
const PEOPLE = 30

/** An archive as X gives it: answers to Ana and others, and one post to nobody. */
function archive(): { readonly base64: string } {
  const tweet = (nth: number): object => ({ tweet: { id_str: String(1_600_000_000_000_000_000n + BigInt(nth)), full_text: `answer ${nth}`, created_at: 'Wed Nov 18 19:16:56 +0000 2020', in_reply_to_screen_name: nth % PEOPLE === 0 ? 'ana_old' : `person${nth % PEOPLE}`, in_reply_to_user_id_str: String(77 + (nth % PEOPLE)), entities: { user_mentions: [] } } })
  const tweets = [{ tweet: { id_str: '1600000000000009999', full_text: 'hello all', entities: {} } }, ...Array.from({ length: POSTS }, (_, nth) => tweet(nth))]
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
})
