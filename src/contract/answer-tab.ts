import browser from 'webextension-polyfill'
import { type Answered, type TabQuestions, toEnvelope } from './messages'
import { onMessage } from './on-message'

/** What a content script answers to our own pages. */
export type TabAnswers = { readonly [Name in keyof TabQuestions]: () => Answered<TabQuestions, Name> }

/** Answers our own pages and the background, never another content script, until the signal. */
export function askingPages(answers: TabAnswers, signal: AbortSignal): void {
  const stop = onMessage((message, sender) => {
    const envelope = toEnvelope(message)
    if (!envelope || sender.id !== browser.runtime.id || !Object.hasOwn(answers, envelope.regulars)) return undefined
    return Promise.resolve({ gives: answers[envelope.regulars as keyof TabQuestions]() })
  })
  signal.addEventListener('abort', stop)
}
