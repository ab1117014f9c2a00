import type { Frame, Page } from 'puppeteer-core'
import { until } from '../../../scripts/browser/until.ts'

/** Firefox never tells puppeteer where an extension's frame is, so every frame is asked. */
async function isAt(frame: Frame, part: string): Promise<boolean> {
  if (frame.url().includes(part)) return true
  return await frame.evaluate((wanted) => location.href.includes(wanted), part).catch(() => false)
}

/** The frame of the page whose address has this part, as soon as it has loaded. */
export async function frameAt(page: Page, part: string, timeout = 10_000): Promise<Frame> {
  const find = async (): Promise<Frame | undefined> => {
    for (const frame of page.frames().slice(1)) if (await isAt(frame, part)) return frame
    return undefined
  }
  const frame = await until(find, () => `No frame at ${part} within ${timeout} ms.`, timeout)
  // A frame that is kept hidden has no frames to wait by.
  await frame.waitForFunction(() => document.readyState === 'complete', { polling: 20 })
  return frame
}
