import { ask } from '../contract/ask'
import type { HandleKey } from '../domain/handle'

/** Keeps unsaved words, one message at a time. */
export interface DraftKeeper {
  readonly keep: (text: string) => void
  /** Sends what is not sent yet, at once. */
  readonly flush: () => void
  /** Forgets what is not sent yet, and resolves once nothing is under way. */
  readonly stop: () => Promise<void>
}

/** Makes a keeper. While one message is under way only the newest text waits; a failure is tried again with the next text. */
export function makeDraftKeeper(key: HandleKey, failed: (error: unknown) => void): DraftKeeper {
  let waiting: string | undefined
  let underWay: Promise<void> | undefined

  function send(text: string): Promise<void> {
    waiting = undefined
    return ask('drafts/keep', { key, text }).catch(failed)
  }

  async function drain(): Promise<void> {
    while (waiting !== undefined) await send(waiting)
    underWay = undefined
  }

  return {
    keep(text) {
      waiting = text
      underWay ??= drain()
    },
    flush: () => void (waiting !== undefined && send(waiting)),
    async stop() {
      waiting = undefined
      await underWay
    },
  }
}
