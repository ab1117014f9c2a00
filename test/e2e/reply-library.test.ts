import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { askBackground } from './harness/ask.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { press as pressIn } from './harness/press.ts'
import { type Reply, toReply } from '../../src/features/canned-replies/reply.ts'
import { writePack } from '../../src/features/canned-replies/share/pack.ts'
import { firstReplies } from './harness/picker.ts'

const LIBRARY = 'src/replies/replies.html'

eachBrowser('the library of replies', ({ session, practice }) => {
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'regulars-replies-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeAll(async () => (await firstReplies(session())).page.close())
  beforeEach(async () => {
    page = await session().openExtensionPage(LIBRARY)
    await page.bringToFront()
    await page.waitForSelector('.reply-row')
  })
  afterEach(async () => {
    expect(session().consoleErrors(page)).toEqual([])
    await page.close()
  })

  const press = (name: string): Promise<void> => pressIn(page, name)
  /** By its label's words; the last one where a filter has the same. */
  const fill = async (label: string, text: string): Promise<void> => {
    const id = await page.$$eval('label', (labels, label) => labels.findLast(({ textContent, htmlFor }) => textContent?.trim() === label && document.getElementById(htmlFor)?.matches('input'))?.htmlFor, label)
    await page.locator(`[id="${id}"]`).fill(text)
  }
  const titles = (): Promise<readonly string[]> => page.$$eval('.reply-names h3', (all) => all.map(({ textContent }) => textContent?.trim() ?? ''))
  const says = (words: string): Promise<unknown> => page.waitForFunction((words) => document.body.textContent?.includes(words), { polling: 50 }, words)

  it('underlines what is wrong in its very place, says it, and goes there', async () => {
    await press('Add a reply')
    await page.locator('.reply-editor input').fill('Broken')
    await page.locator('.template-box textarea').fill('Hi {first}, about {oops and more')
    await page.waitForSelector('.template-under mark')
    expect(await page.$eval('.template-under mark', ({ textContent }) => textContent)).toMatch(/^\{/)
    const [under, over] = await page.$eval('.template-box', (box) => [...box.children].map((child) => {
      const { fontFamily, fontSize, lineHeight, paddingTop, paddingLeft, letterSpacing } = getComputedStyle(child)
      return [fontFamily, fontSize, lineHeight, paddingTop, paddingLeft, letterSpacing, child.getBoundingClientRect().width].join()
    }))
    expect(under).toBe(over)
    expect(await page.$eval('.template-box textarea', (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent !== '')).toBe(true)
    await page.locator('.template-errors button').click()
    expect(await page.$eval('.template-box > textarea', (field) => field.value.slice(field.selectionStart, field.selectionEnd))).toMatch(/^\{/)
    await press('Save')
    await says('Mend what is underlined first.')
  })

  it('saves with trigger, folder and tags, refuses a taken trigger, finds by folder, and keeps an archive', async () => {
    await press('Add a reply')
    await page.locator('.reply-editor input').fill('Lost parcel')
    await fill('Trigger', 'lost')
    await page.locator('.template-box textarea').fill('Sorry, {first|"there"}: we look for it.')
    await fill('Folder', 'Parcels')
    await press('Save')
    await says('Lost parcel')
    await press('Add a reply')
    await fill('Trigger', 'lost')
    await says('Lost parcel')
    expect(await page.$eval('.reply-editor [role=alert]', ({ textContent }) => textContent)).toContain('has this trigger already')
    await press('Cancel')
    await page.select('.library-filters .field:last-child select', 'Parcels')
    await page.waitForFunction(() => document.querySelectorAll('.reply-names').length === 1)
    expect((await titles())[0]).toContain('Lost parcel')
    await press('Archive')
    await page.waitForFunction(() => document.querySelectorAll('.reply-names').length === 0)
    await page.select('.library-filters .field:nth-child(2) select', 'archived')
    await page.waitForFunction(() => document.querySelectorAll('.reply-names').length === 1)
  })

  it('takes a file in after a dry run, and takes it back', async () => {
    const before = (await titles()).length
    const file = join(folder, 'briskine.csv')
    writeFileSync(file, 'id,title,shortcut,subject,cc,bcc,to,body\n1,Refund,rf,,,,,"Dear {{to.first_name}}, your refund is on its way."\n2,Empty,em,,,,,\n')
    const field = await page.$('input[type=file]')
    await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file)
    await says('Briskine')
    await says('Refused: 1')
    await press('Take in 1')
    await says('1 reply taken in.')
    await page.waitForFunction((count) => document.querySelectorAll('.reply-names').length === count, {}, before + 1)
    await press('Undo this import')
    await new Promise((resolve) => setTimeout(resolve, 700))
    await press('Undo it')
    await page.waitForFunction((count) => document.querySelectorAll('.reply-names').length === count, {}, before)
  })

  it('takes in a pack of colleagues: what was changed here stays, and what was changed on both sides is asked', async () => {
    const shared = toReply({ id: 'e2e-pack', title: 'Pack reply', trigger: 'packed', body: 'Their first words', rev: 1 })
    const give = async (reply: Reply): Promise<void> => {
      const file = join(folder, 'pack.json')
      writeFileSync(file, await writePack('Northwind care', [reply], '2026-11-24T12:00:00.000Z'))
      const field = await page.$('input[type=file]')
      await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file)
    }
    await give(shared)
    await says('A file of \u2068Northwind care\u2069.')
    await press('Take in 1')
    await says('from \u2068Northwind care\u2069')
    await page.locator('::-p-aria(Edit \u2068Pack reply\u2069)').click()
    await page.locator('.template-box textarea').fill('My own words')
    await press('Save')
    await says('changed here')
    await give({ ...shared, body: 'Their second words', rev: 5 })
    await says('Changed here and there: Words')
    await press('Keep mine')
    await says('\u2068Northwind care\u2069 has a newer one.')
    await give({ ...shared, body: 'Their second words', rev: 5 })
    await page.locator('.dry-run input[type=checkbox]').click()
    await press('Take in 1')
    await page.waitForFunction(() => [...document.querySelectorAll('.reply-row')].some((row) => row.textContent?.includes('Their second words') && !row.textContent.includes('changed here')), { polling: 50 })
  })

  it('takes in a pack from an address, as a visitor without a name', async () => {
    const text = await writePack('Hosted', [toReply({ id: 'e2e-hosted', title: 'Hosted reply', body: 'From afar', rev: 1 })], '2026-11-24T12:00:00.000Z')
    const headers: Record<string, unknown>[] = []
    practice().serve('/team/pack.json', (request, response) => {
      headers.push(request.headers)
      response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    })
    await page.locator('#import input[type=url]').fill('ftp://x.com/pack.json')
    practice().serve('/team/gone.json', (_request, response) => response.writeHead(200).end('There is nothing here.'))
    await press('Look')
    await says('An address begins with https://')
    // A host that was allowed at the install: no test can press on the browser's own question.
    await page.locator('#import input[type=url]').fill('https://x.com/team/gone.json')
    await press('Look')
    await says('This table is none that Regulars knows')
    await page.locator('#import input[type=url]').fill('https://x.com/team/pack.json')
    await press('Look')
    await says('A file of \u2068Hosted\u2069.')
    await press('Take in 1')
    await says('from \u2068Hosted\u2069')
    expect(headers.map(({ cookie, referer }) => [cookie, referer])).toEqual([[undefined, undefined]])
    await expect.poll(() => session().evaluateInBackground(async () => (await chrome.storage.local.get('settings'))['settings'])).toMatchObject({ packAddress: 'https://x.com/team/pack.json' })
  })

  it('previews for somebody we know', async () => {
    await askBackground(page, 'tags/set', { subject: { handle: 'ada_preview', name: 'Ada Preview' }, tag: 'VIP', on: true })
    await fill('Show previews for', '@ada_preview')
    await press('Show')
    await says('With what you know of them.')
    await press('Add a reply')
    await page.locator('.template-box textarea').fill('Hi {first}, {handle}')
    await page.waitForFunction(() => document.querySelector('.reply-sample .reply-preview')?.textContent?.includes('@ada_preview'))
  })

  it('shows which replies say nearly the same', async () => {
    for (const [title, body] of [['Late one', 'Sorry that your parcel is late: we ask the carrier today.'], ['Late two', 'Sorry, {first|"there"}, that your parcel is late. We ask the carrier today!']] as const) {
      await press('Add a reply')
      await page.locator('.reply-editor input').fill(title)
      await page.locator('.template-box textarea').fill(body)
      await press('Save')
      await page.waitForFunction((title) => [...document.querySelectorAll('.reply-names h3')].some(({ textContent }) => textContent?.includes(title)), { polling: 50 }, title)
    }
    await page.select('.library-filters .field:nth-child(2) select', 'alike')
    await says('Says nearly the same: \u2068Late two\u2069')
    expect(await page.$$eval('.reply-names h3', (all) => all.map(({ textContent }) => textContent?.trim()))).toEqual(['Late one', 'Late two'])
  })

  it('keeps what guards look at, and says so', async () => {
    const kept = () => session().evaluateInBackground(async () => (await chrome.storage.local.get('settings'))['settings'])
    await fill('Accounts of colleagues', '@NorthwindDesk, not a handle!')
    // The driver empties a field without an event, which no hand can: whatever is saved meanwhile would fill it again.
    await expect.poll(kept).toMatchObject({ colleagues: ['NorthwindDesk'] })
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === 'Saved', { polling: 50 })
    await fill('Longest direct message', '900')
    await expect.poll(kept).toMatchObject({ colleagues: ['NorthwindDesk'], directLimit: 900 })
  })
})
