import browser from 'webextension-polyfill'
import { isConnected } from '../contract/ask'
import { CARD_PORT } from '../contract/messages'

const PAUSE = 100

/**
 * Holds a port to the background while this card lives: when it closes, the background tells the tab.
 * A background that was stopped in between is connected to again.
 */
export function holdPort(ticket: string): void {
  const port = browser.runtime.connect({ name: `${CARD_PORT}${ticket}` })
  port.onDisconnect.addListener(() => setTimeout(() => isConnected() && holdPort(ticket), PAUSE))
}
