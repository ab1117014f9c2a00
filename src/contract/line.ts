import browser, { type Runtime } from 'webextension-polyfill'
import { askBy, type Way } from './ask'
import { type Answered, type Asked, LINE, type PageQuestion, type Questions } from './messages'

/** Asks over a port that stays open while the background runs: a message of its own costs the page several times as much. */
export type AskByLine = <Name extends PageQuestion>(name: Name, ...asked: Asked<Questions, Name>) => Promise<Answered<Questions, Name>>

interface Waiting {
  readonly resolve: (reply: unknown) => void
  readonly reject: (reason: Error) => void
}

/** Makes the line of one content script. It opens with the first question, and anew after the background was stopped. */
export function makeLine(): AskByLine {
  let port: Runtime.Port | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()

  function connect(): Runtime.Port {
    const opened = browser.runtime.connect({ name: LINE })
    opened.onMessage.addListener((message) => {
      const { id, reply } = message as { readonly id: number; readonly reply: unknown }
      waiting.get(id)?.resolve(reply)
      waiting.delete(id)
    })
    opened.onDisconnect.addListener(() => {
      // Read, so that Chromium does not put it on the page's console as an error that nobody looked at.
      void browser.runtime.lastError
      if (port === opened) port = undefined
      const lost = [...waiting.values()]
      waiting.clear()
      for (const { reject } of lost) reject(new Error('The port closed before an answer.'))
    })
    return opened
  }

  const way: Way = (envelope) =>
    new Promise((resolve, reject) => {
      port ??= connect()
      last += 1
      try {
        port.postMessage({ id: last, ...envelope })
      } catch {
        // Closed without a word, as a page that was put aside finds its ports: the next try opens another.
        port = undefined
        throw new Error('The port closed before a question.')
      }
      waiting.set(last, { resolve, reject })
    })
  return (name, ...asked) => askBy(way, name, asked[0])
}
