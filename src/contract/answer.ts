import browser, { type Runtime } from 'webextension-polyfill'
import { type Answered, type Asked, LINE, PAGE_MAY_ASK, type Questions, type Reply, toEnvelope } from './messages'
import { Told } from '../domain/told'
import { onMessage } from './on-message'

/** Who asks: one of our own pages, or our content script in the top frame of an X page. */
export interface Asker {
  readonly page: boolean
  readonly tab: number | undefined
}

/** One question's answer: the shape check and what runs after it. */
export interface Answering<Shape, Answer> {
  readonly shape: (asked: unknown) => Shape
  readonly run: (asked: Shape, asker: Asker) => Promise<Answer>
}

/** The answer to every question of a map. */
export type Answers<Map> = { readonly [Name in keyof Map]: Answering<Asked<Map, Name>[0], Answered<Map, Name>> }

const PAGE_HOSTS = ['https://x.com', 'https://pro.x.com', 'https://mobile.x.com', 'https://twitter.com']

/** Registers the listeners of the background: one for single messages, one for the lines of content scripts. Call it in the first turn. */
export function answerAll(answers: Answers<Questions>): void {
  onMessage((message, sender) => judge(answers, message, sender))
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === LINE && port.sender) answerLine(answers, port, port.sender)
  })
}

function answerLine(answers: Answers<Questions>, port: Runtime.Port, sender: Runtime.MessageSender): void {
  port.onMessage.addListener((message: unknown) => {
    const { id } = Object(message) as { readonly id?: unknown }
    // Whoever asked may be gone by the time of the answer.
    void judge(answers, message, sender)?.then((reply) => port.postMessage({ id, reply })).catch(() => undefined)
  })
}

/** The answer to a message; undefined where it is none of ours. */
function judge(answers: Answers<Questions>, message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined {
  const envelope = toEnvelope(message)
  if (!envelope || !Object.hasOwn(answers, envelope.regulars)) return undefined
  const name = envelope.regulars as keyof Questions
  const asker = askerOf(sender)
  if (!asker) return refused('This place may not ask.')
  if (!asker.page && !(PAGE_MAY_ASK as readonly string[]).includes(name)) return refused(`A page may not ask ${name}.`)
  return reply(answers[name] as Answering<unknown, unknown>, envelope.asked, asker)
}

async function reply(answering: Answering<unknown, unknown>, asked: unknown, asker: Asker): Promise<Reply> {
  try {
    return { gives: await answering.run(answering.shape(asked), asker) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), told: error instanceof Told ? error.told : undefined }
  }
}

function refused(error: string): Promise<Reply> {
  return Promise.resolve({ error })
}

/** Who asks; undefined for anyone who is neither of ours. */
function askerOf(sender: Runtime.MessageSender): Asker | undefined {
  if (sender.id !== browser.runtime.id) return undefined
  const tab = sender.tab?.id
  if (isOurPage(sender)) return { page: true, tab }
  return isTopFrameOfX(sender) ? { page: false, tab } : undefined
}

function isOurPage({ url }: Runtime.MessageSender): boolean {
  return url !== undefined && url.startsWith(browser.runtime.getURL(''))
}

function isTopFrameOfX({ frameId, url }: Runtime.MessageSender): boolean {
  return frameId === 0 && url !== undefined && PAGE_HOSTS.some((host) => url.startsWith(`${host}/`))
}
