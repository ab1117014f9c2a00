import type { Page } from 'puppeteer-core'

/** What the background says: what it gives, or why it does not. */
export interface Answered {
  readonly gives?: unknown
  readonly error?: string
}

/** Asks the background from a page of the extension, again where the question was lost with a background that had just been stopped: as our own `ask` does, since every question may be asked twice. */
export function askBackground(page: Page, regulars: string, asked?: unknown): Promise<Answered> {
  return page.evaluate(async (name, about) => {
    const lost = /establish connection|port closed|message channel closed|no sw/i
    for (let tried = 1; ; tried += 1) {
      try {
        const reply: { gives?: unknown; error?: string } | undefined = await chrome.runtime.sendMessage({ regulars: name, asked: about })
        if (reply !== undefined && reply !== null) return reply
        throw new Error('message channel closed without an answer')
      } catch (error) {
        if (tried === 6 || !lost.test(String(error))) throw error
        await new Promise((resolve) => { setTimeout(resolve, 50 * 2 ** tried) })
      }
    }
  }, regulars, asked)
}
