import browser, { type Runtime } from 'webextension-polyfill'

/**
 * Answers messages; gives what ends that. Undefined for what is not ours to answer. An answer that comes later is announced by `true`
 * and given by a call, which every browser understands: Chrome takes no promise before version 148.
 */
export function onMessage(answer: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined): () => void {
  const listen = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void): true | undefined => {
    const answering = answer(message, sender)
    if (!answering) return undefined
    void answering.then(respond)
    return true
  }
  browser.runtime.onMessage.addListener(listen as Runtime.OnMessageListener)
  return () => browser.runtime.onMessage.removeListener(listen as Runtime.OnMessageListener)
}
