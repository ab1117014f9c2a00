import type { Page } from 'puppeteer-core'

/** Opens a page of x.com in a tab; what the browser says when it cannot becomes a sentence. */
export async function visitX(page: Page, path: string): Promise<void> {
  const url = new URL(path, 'https://x.com').href
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 })
  } catch (error) {
    const [reason] = (error as Error).message.split('\n')
    throw new Error(`${url} could not be opened (${reason}): check the network and run this again.`, { cause: error })
  }
}
