import { findComposer } from './page/composer'
import { insertText } from './page/insert-text'

/** `no-composer`: nothing to write in is open. `copy`: there is, but it did not take the text. */
export interface ReplyInsertion {
  readonly outcome: 'inserted' | 'copy' | 'no-composer'
  readonly reason?: string
}

async function insertReply(text: string): Promise<ReplyInsertion> {
  const composer = findComposer(document)
  if (!composer) return { outcome: 'no-composer' }
  try {
    return await insertText(composer.element, text)
  } catch (error) {
    return { outcome: 'copy', reason: String(error) }
  }
}

/**
 * A bundle cannot give a result through `executeScript({ files })` in the same way in both browsers, so it leaves its
 * function in the content scripts' own world (the page does not see it) for an `executeScript({ func })` that follows.
 */
Object.assign(globalThis, { regularsInsertReply: insertReply })
