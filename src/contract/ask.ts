import browser from 'webextension-polyfill'
import type { Answered, Asked, Envelope, PageQuestion, Questions, TabQuestions } from './messages'

const TRIES = 5
const PAUSE = 40
/** "No SW" is what Chromium says of a worker that was just stopped. */
const LOST = /establish connection|port closed|message channel closed|context.*(closed|unloaded)|no response|no sw/i

/** The extension was reloaded or removed under this script: nothing can be asked any more. */
export class Orphaned extends Error {
  override readonly name = 'Orphaned'
}

/** True while this script's extension is there. */
export function isConnected(): boolean {
  return Boolean(browser.runtime?.id)
}

/** Asks the background. A background that was stopped in the middle is asked again: every question may be asked twice. */
export function ask<Name extends keyof Questions>(name: Name, ...asked: Asked<Questions, Name>): Promise<Answered<Questions, Name>> {
  return askBy((envelope) => browser.runtime.sendMessage(envelope), name, asked[0])
}

/** One way to the background: gives what came back, or rejects when it was lost on the way. */
export type Way = (envelope: Envelope) => Promise<unknown>

/** Asks by a way, again where the question was lost. */
export async function askBy<Name extends keyof Questions>(way: Way, name: Name, asked: unknown): Promise<Answered<Questions, Name>> {
  for (let tried = 1; ; tried += 1) {
    try {
      return open(name, await way({ regulars: name, asked })) as Answered<Questions, Name>
    } catch (error) {
      if (!isConnected()) throw new Orphaned('Regulars was reloaded. Reload this tab.')
      if (tried === TRIES || !LOST.test(String(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tried))
    }
  }
}

/** Asks the background from a content script: only what PAGE_MAY_ASK lists. */
export function askFromPage<Name extends PageQuestion>(name: Name, ...asked: Asked<Questions, Name>): Promise<Answered<Questions, Name>> {
  return ask(name, ...asked)
}

/** Asks the content script of a tab; undefined where none answers. */
export async function askTab<Name extends keyof TabQuestions>(tab: number, name: Name): Promise<Answered<TabQuestions, Name> | undefined> {
  try {
    return open(name, await browser.tabs.sendMessage(tab, { regulars: name, asked: undefined }, { frameId: 0 })) as Answered<TabQuestions, Name>
  } catch {
    return undefined
  }
}

function open(name: string, reply: unknown): unknown {
  if (typeof reply !== 'object' || reply === null) throw new Error(`${name}: no response`)
  const { gives, error, told } = reply as { readonly gives?: unknown; readonly error?: unknown; readonly told?: unknown }
  if (typeof error === 'string') throw Object.assign(new Error(error), { told })
  return gives
}
