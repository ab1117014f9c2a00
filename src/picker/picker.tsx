import { render } from 'preact'
import browser from 'webextension-polyfill'
import { awaitGreeting, type Greeting } from '../card/await-greeting'
import { holdPort } from '../card/hold-port'
import { ask } from '../contract/ask'
import type { FromPicker, ToPicker } from '../features/canned-replies/picker-talk'
import { PALETTE_HEIGHT } from '../features/canned-replies/picker-talk'
import { speak } from '../ui/words'
import { makePickerActions, type PickerState } from './picker-actions'
import { PickerView } from './picker-view'

const words = (name: string, places?: readonly string[]): string => browser.i18n.getMessage(name, places ? [...places] : undefined)
speak(words, words('extensionLanguage') || 'en')

/** The most that a form takes before it scrolls, in px. */
const HIGHEST = 480

const greeted = new AbortController()
/** Who this picker is: a redemption that is asked again after a lost answer is known by it. */
const holder = crypto.randomUUID()
awaitGreeting(window, (greeting, port) => void enter(greeting, port), greeted.signal)

/** Nothing is shown, and nothing is said, before a ticket was good. */
async function enter({ ticket, theme }: Greeting, port: MessagePort): Promise<void> {
  try {
    await ask('composer/redeem', { ticket, holder })
    if (greeted.signal.aborted) return
    greeted.abort()
    listen(theme, port)
    holdPort(ticket)
  } catch {
    // No answer to a stranger: silence and an empty frame are all that a page gets out of a ticket of its own making.
  }
}

function listen(theme: Greeting['theme'], port: MessagePort): void {
  const { documentElement: root, body } = document
  root.dir = words('extensionDirection') || 'ltr'
  root.lang = words('extensionLanguage') || 'en'
  const say = (said: FromPicker): void => port.postMessage(said)
  const draw = (state: PickerState): void => {
    root.dataset['theme'] = state.theme
    render(<PickerView key={state.turn} state={state} actions={actions} />, body)
  }
  const measure = (): number => (body.querySelector('form') ? Math.min(HIGHEST, Math.ceil(body.firstElementChild?.scrollHeight ?? 0)) : PALETTE_HEIGHT)
  const actions = makePickerActions(theme, say, draw, measure)
  new ResizeObserver(actions.sized).observe(body)
  // A frame that is not seen yet cannot give its fields the focus.
  window.addEventListener('focus', () => document.activeElement === body && (body.querySelector<HTMLElement>('[data-first]') ?? body.querySelector<HTMLElement>('input,select,textarea'))?.focus())
  port.addEventListener('message', ({ data }: MessageEvent<ToPicker>) => actions.hear(data))
  port.start()
  void actions.begin()
}
