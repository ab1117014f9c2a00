import type { Page } from 'puppeteer-core'

/** Ctrl+Z, and a moment for the editor. */
export async function undo(page: Page): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press('z')
  await page.keyboard.up('Control')
  await new Promise((resolve) => setTimeout(resolve, 60))
}
