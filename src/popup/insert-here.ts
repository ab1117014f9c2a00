import browser from 'webextension-polyfill'
import { announceTo } from '../contract/announce'
import type { ReplyInsertion } from '../insert-reply'

/** With a leading slash: Firefox reads it from where the asking page lies. */
const INSERT_REPLY = '/src/insert-reply.js'

/** Where the words of a reply went. */
export type Inserted = 'inserted' | 'copied' | 'copied, no composer'

/** Puts words into the open composer of a tab; where that cannot be, onto the clipboard. Call it in a click or key press. */
export async function insertHere(tab: number | undefined, text: string): Promise<Inserted> {
  const outcome = tab === undefined ? 'no-composer' : await insertInTab(tab, text).catch(() => 'copy' as const)
  if (outcome === 'inserted') return 'inserted'
  await navigator.clipboard.writeText(text)
  return outcome === 'copy' ? 'copied' : 'copied, no composer'
}

async function insertInTab(tab: number, text: string): Promise<ReplyInsertion['outcome']> {
  const target = { tabId: tab }
  // An open card would keep the keyboard from the composer.
  await announceTo(tab, { announce: 'card/close' })
  await browser.scripting.executeScript({ target, files: [INSERT_REPLY] })
  const [injected] = await browser.scripting.executeScript({ target, func: callInsertReply, args: [text] })
  return (injected?.result as ReplyInsertion | undefined)?.outcome ?? 'copy'
}

/** Runs in the tab, where src/insert-reply.js left its function: it may use nothing from here. */
function callInsertReply(text: string): unknown {
  return (globalThis as unknown as { regularsInsertReply: (text: string) => unknown }).regularsInsertReply(text)
}
