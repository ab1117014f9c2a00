import { type Composer, findComposer } from './page/composer'
import { insertText } from './page/insert-text'

/** `no-composer`: nothing to write in is open. `copy`: there is, but it did not take the text. `kind` and `to`: where it went. */
export interface ReplyInsertion {
  readonly outcome: 'inserted' | 'copy' | 'no-composer'
  readonly kind?: Composer['kind']
  readonly to?: Composer['to']
  readonly reason?: string
}

async function insertReply(text: string, replacing?: string): Promise<ReplyInsertion> {
  const composer = findComposer(document)
  if (!composer) return { outcome: 'no-composer' }
  const { kind, to, element } = composer
  try {
    return { kind, to, ...(await insertText(element, text, replacing)) }
  } catch (error) {
    return { outcome: 'copy', kind, to, reason: String(error) }
  }
}

/**
 * A bundle cannot give a result through `executeScript({ files })` in the same way in both browsers, so it leaves its
 * function in the content scripts' own world (the page does not see it) for an `executeScript({ func })` that follows.
 */
Object.assign(globalThis, { regularsInsertReply: insertReply })
