import { createHmac } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/browser/until.ts'
import { startPractice, type Practice } from '../practice/server.ts'
import { type LocalServer, serve } from '../remote/servers/http-server.ts'
import { HubSpotDouble } from '../remote/servers/hubspot.ts'
import { buildWith } from './harness/build-with.ts'
import { openCard } from './harness/card.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { launch } from './harness/launch.ts'
import { openPopupFor } from './harness/popup.ts'
import { press } from './harness/press.ts'
import type { Session } from './harness/session.ts'

const WHO = 'maralindq'
const OTHER = '\u2068Mara Other\u2069'

/** On the long run: npm test has no time for one more browser. */
describe.runIf(process.env['REGULARS_LONG']).each(BROWSERS)('CRMs that are played (%s)', (kind) => {
  let practice: Practice
  let session: Session
  let build: string
  const hubspot = new HubSpotDouble()
  let hook: LocalServer
  beforeAll(async () => {
    build = buildWith(kind, ['http://127.0.0.1/*'])
    practice = await startPractice()
    session = await launch(kind, { practice, extensionDir: build, extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false } })
    hook = await serve((_heard, response) => void response.writeHead(204).end())
    await until(() => session.evaluateInBackground(async () => (await chrome.tabs.query({})).some(({ url, pendingUrl }) => (pendingUrl ?? url)?.includes('welcome/welcome.html'))), () => 'The welcome page never came.', 20_000)
  })
  afterAll(async () => {
    await session.close()
    await Promise.all([practice.close(), hubspot.stop(), hook.close()])
    rmSync(build, { recursive: true, force: true })
  })

  const connect = async (crm: string, address: string, secret: string): Promise<void> => {
    const options = await session.openExtensionPage('src/options/options.html')
    await options.bringToFront()
    await options.waitForSelector('#crm form')
    await options.locator(`#crm input[value=${crm}]`).click()
    await options.locator('#crm input[type=url]').fill(address)
    await options.locator('#crm input[type=password]').fill(secret)
    await options.locator('#crm button[type=submit]').click()
    await until(() => options.$eval('#crm', (part) => (part.textContent ?? '').includes('Connected to')), () => 'It was never connected.', 15_000)
    await options.close()
  }
  const openX = async (): Promise<Page> => {
    const page = await session.openPage(`/${WHO}`)
    await page.evaluate(() => (window as unknown as { readonly __practice: { readonly ready: Promise<unknown> } }).__practice.ready.then(() => undefined))
    return page
  }

  it('a HubSpot is set up; from the card a contact is linked, unlinked, linked back, and another one made', async () => {
    const base = await hubspot.start()
    hubspot.add({ twitterhandle: '', firstname: 'Mara', lastname: 'Other', email: 'mara@example.org', lifecyclestage: 'lead' })
    await connect('hubspot', base, hubspot.token)
    const page = await openX()
    const card = await openCard(session, page, WHO)
    const says = (words: string, is = true): Promise<unknown> => card.waitForFunction((words, is) => (document.querySelector('.card')?.textContent?.includes(words) ?? false) === is, { polling: 30 }, words, is)
    await press(card, 'Create or link a contact')
    await card.locator('.crm input[type=email]').fill('mara@example.org')
    await press(card, 'Look in the CRM')
    await press(card, `Link ${OTHER}`)
    await says('Linked by hand')
    await session.waitForBadges(page, (badges) => badges.some(({ handle, label }) => handle === WHO && label.includes('◇ prospect')), 10_000)
    await press(card, 'Unlink')
    await says('Linked by hand', false)
    await press(card, 'Link again')
    await says('Linked by hand')
    await press(card, 'Unlink')
    // It stands over the button below until somebody has read it.
    await press(card, 'Dismiss')
    await press(card, 'Create or link a contact')
    await press(card, 'Look in the CRM')
    await press(card, 'Create a new contact')
    await says('Linked by hand')
    expect([...hubspot.contacts.values()].map(({ properties }) => properties['twitterhandle'])).toEqual(['', WHO])
    expect(hubspot.violations).toEqual([])
    await page.close()
    await session.evaluateInBackground(async () => chrome.storage.local.remove('crm'))
    await session.killBackground()
  })

  it('a webhook is set up, and a note of the popup is posted there signed, after a yes', async () => {
    await connect('webhook', `${hook.base}/in`, 'SECRETTOKEN-hook')
    const page = await openX()
    const popup = await openPopupFor(session, page)
    await popup.keyboard.type('Likes the aisle')
    await popup.keyboard.press('Enter')
    await popup.waitForFunction(() => document.querySelector('.delivery')?.textContent?.includes('Send this note to the CRM?'), { polling: 30 })
    const notes = () => hook.heard.filter(({ body }) => body.includes('note/added'))
    expect(notes()).toEqual([])
    await press(popup, 'Send')
    await until(async () => notes().length > 0, () => 'The note never came.')
    await popup.waitForFunction(() => document.querySelector('.delivery') === null, { polling: 30 })
    const [{ body, headers }] = notes() as [(typeof hook.heard)[number]]
    expect(JSON.parse(body)).toMatchObject({ version: 1, event: 'note/added', handle: WHO, text: expect.stringContaining('Likes the aisle') })
    expect(headers['x-regulars-signature']).toBe(`sha256=${createHmac('sha256', 'SECRETTOKEN-hook').update(body).digest('hex')}`)
    expect(headers['idempotency-key']).toBe((JSON.parse(body) as { id: string }).id)
    await popup.close()
    await page.close()
  })
})
