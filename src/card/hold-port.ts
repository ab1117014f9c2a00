import browser from 'webextension-polyfill'
import { isConnected } from '../contract/ask'

const PAUSE = 100

/**
 * Holds a port to the background while this card lives: when it closes, the background tells the tab.
 * A background that was stopped in between is connected to again.
 */
export function holdPort(): void {
  const port = browser.runtime.connect({ name: 'card' })
  port.onDisconnect.addListener(() => setTimeout(() => isConnected() && holdPort(), PAUSE))
}
