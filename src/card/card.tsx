import { render } from 'preact'
import browser from 'webextension-polyfill'
import { onAnnouncement } from '../contract/announce'
import { ask } from '../contract/ask'
import { keyOf } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { PersonView } from '../features/people/people-messages'
import { readSettings, type Settings, watchSettings } from '../settings/settings'
import { guardPresses } from '../ui/guard-presses'
import { speak, word } from '../ui/words'
import { awaitGreeting, type Greeting } from './await-greeting'
import { makeCardActions } from './card-actions'
import { attempt } from './card-place'
import { type CardState, firstState } from './card-state'
import { CardView } from './card-view'
import { holdPort } from './hold-port'
import { makeFactsKeeper } from './keep-facts'

const MINUTE = 60_000

const words = (name: string, places?: readonly string[]): string => browser.i18n.getMessage(name, places ? [...places] : undefined)
speak(words, words('extensionLanguage') || 'en')

const greeted = new AbortController()
/** Who this card is: a redemption that is asked again after a lost answer is known by it. */
const holder = crypto.randomUUID()
// Asked before the greeting comes, so that the first paint waits for one answer and not for two.
const settings = readSettings().catch(() => undefined)
awaitGreeting(window, (greeting, port) => void enter(greeting, port), greeted.signal)

/** Nothing is shown, and nothing is said, before a ticket was good: with a bad one the background tells our own script in the tab. */
async function enter(greeting: Greeting, port: MessagePort): Promise<void> {
  try {
    const view = await ask('card/redeem', { ticket: greeting.ticket, holder })
    if (greeted.signal.aborted) return
    greeted.abort()
    dress(document.documentElement, greeting)
    guardPresses(document, word('frameCovered'))
    show(view, await settings, port)
    holdPort(greeting.ticket)
  } catch {
    // No answer to a stranger: silence and an empty frame are all that a page gets out of a ticket of its own making.
  }
}

/** In the page's colours; but in the language of our words and its direction, which the page's need not be. */
function dress(root: HTMLElement, { theme }: Greeting): void {
  root.dataset['theme'] = theme
  root.dir = words('extensionDirection') || 'ltr'
  root.lang = words('extensionLanguage') || 'en'
}

function show(view: PersonView, settings: Settings | undefined, port: MessagePort): void {
  const shown = new AbortController()
  const { signal } = shown
  let state: CardState = firstState(view, settings, Date.now())
  const set = (part: Partial<CardState>): void => {
    state = { ...state, ...part }
    if (part.view) keepFacts(state)
    if (!signal.aborted) render(<CardView key={view.subject.handle} state={state} actions={actions} onOpen={(subject) => void open(subject)} />, document.body)
  }
  const keepFacts = makeFactsKeeper()
  const close = (): void => port.postMessage('close')
  const actions = makeCardActions({ state: () => state, set, close })
  /** Somebody else takes this card over, once every word about this one is safe. */
  const open = async (subject: Subject): Promise<void> => {
    const failed = await attempt(async () => {
      await actions.leave()
      const next = await ask('people/view', subject)
      shown.abort()
      show(next, state.settings, port)
    })
    if (failed !== undefined) set({ toast: { text: word('cardFailed', failed) } })
  }
  const key = keyOf(view.subject.handle)
  onAnnouncement((heard) => void (heard.announce === 'people/changed' && heard.keys.includes(key) && actions.refresh()), signal)
  watchSettings((settings) => set({ settings }), signal)
  document.addEventListener('keydown', ({ key, isComposing }) => key === 'Escape' && !isComposing && close(), { signal })
  document.addEventListener('visibilitychange', () => actions.flush(), { signal })
  window.addEventListener('pagehide', () => void actions.leave(), { signal })
  // Hidden by now; the frame stays until every word is safe.
  port.addEventListener('message', ({ data }) => data === 'leave' && void actions.leave().then(() => port.postMessage('left')), { signal })
  port.start()
  const clock = setInterval(() => set({ now: Date.now() }), MINUTE)
  signal.addEventListener('abort', () => clearInterval(clock))
  set({ view: { ...view, draft: actions.firstDraft() }, begun: actions.begunEdits() })
  // Behind the first paint: the card waits for no CRM.
  requestAnimationFrame(() => setTimeout(() => signal.aborted || actions.crm.follow(signal)))
}
