import type { Session } from '../e2e/harness/session.ts'

/** A message that the content script sent: in which frame since the counting began, its question, and its length as text. */
export interface SentMessage {
  readonly frame: number
  readonly question: string
  readonly length: number
}

interface Counting {
  readonly sent: SentMessage[]
}

/** Counts in the content script's own world what it sends from now on, and in which frame: the receiving side could not tell frames apart. */
export async function countMessages(session: Session): Promise<void> {
  await inContentScript(session, () => {
    const world = globalThis as unknown as { regularsSent?: Counting; browser?: typeof chrome }
    const { runtime } = world.browser?.runtime ? world.browser : chrome
    const send = runtime.sendMessage.bind(runtime)
    const sent: SentMessage[] = []
    let frame = 0
    const nextFrame = (): void => {
      frame += 1
      requestAnimationFrame(nextFrame)
    }
    requestAnimationFrame(nextFrame)
    world.regularsSent = { sent }
    const count = (message: { readonly regulars?: string }): void => {
      sent.push({ frame, question: message.regulars ?? '', length: JSON.stringify(message).length })
    }
    const counted = (message: { readonly regulars?: string }): Promise<unknown> => {
      count(message)
      return send(message)
    }
    const connect = runtime.connect.bind(runtime)
    const counting = (about: chrome.runtime.ConnectInfo): chrome.runtime.Port => {
      const port = connect(about)
      const post = port.postMessage.bind(port)
      return Object.assign(port, { postMessage: (message: { readonly regulars?: string }) => { count(message); post(message) } })
    }
    Object.assign(runtime, { sendMessage: counted, connect: counting })
    return true
  })
  // The line that is open is not counted: with the background it closes, and the next question opens one that is.
  await session.killBackground()
}

/** Everything that was sent since the counting began. */
export async function sentMessages(session: Session): Promise<readonly SentMessage[]> {
  return await inContentScript(session, () => (globalThis as unknown as { regularsSent: Counting }).regularsSent.sent) as readonly SentMessage[]
}

/** The most messages that left in one frame. */
export function mostInOneFrame(messages: readonly SentMessage[]): number {
  const byFrame = new Map<number, number>()
  for (const { frame } of messages) byFrame.set(frame, (byFrame.get(frame) ?? 0) + 1)
  return Math.max(0, ...byFrame.values())
}

/** Runs a function in the content script's world of the one open tab of X; executeScript takes its text along. */
export async function inContentScript<About>(session: Session, run: (about: About) => unknown, about?: About): Promise<unknown> {
  const page = await session.openExtensionPage('icons/16.png')
  try {
    return await page.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' })
      const [ran] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ${run.toString()}, args: [${JSON.stringify(about ?? null)}] })
      return ran.result
    })()`)
  } finally {
    await page.close()
  }
}
