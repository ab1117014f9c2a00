import { makeComposerButton } from '../page/composer-button'
import { composerAt } from '../page/composer-context'
import { readEditor } from '../page/editor-text'
import { onComposer } from '../page/on-composer'
import { readTheme } from '../page/read-theme'
import { watchTheme } from '../page/watch-theme'
import { word } from '../ui/words'
import type { Place } from './put-reply'

/** How long a picker is kept ready when nobody writes, in ms. */
const IDLE = 120_000

/** The composer that is written in, with the button beside it. */
export interface Beside {
  readonly button: HTMLElement
  /** The composer, with its selection as it was when the focus left it. */
  place(): Place | undefined
}

/** What the keeper tells. */
export interface BesideEnds {
  entered(element: HTMLElement): void
  /** The picker has the keyboard: the composer is still written in. */
  isBusy(): boolean
  /** Nobody has written for a while. */
  idle(): void
}

/** Keeps the button beside whichever composer is written in, until the signal. */
export function keepBeside(window: Window, ends: BesideEnds, signal: AbortSignal): Beside {
  const { document } = window
  const button = makeComposerButton(document, word('pickerButton'))
  let composer: HTMLElement | undefined
  let caret: Place | undefined
  let timer = 0

  function entered(element: HTMLElement): void {
    composer = element
    window.clearTimeout(timer)
    button.beside(element)
    ends.entered(element)
  }

  function left(): void {
    const { activeElement } = document
    if (ends.isBusy() || composerAt(activeElement) || activeElement === button.host) return
    button.beside(undefined)
    window.clearTimeout(timer)
    timer = window.setTimeout(ends.idle, IDLE)
  }

  const again = (): void => {
    if (ends.isBusy() || composerAt(document.activeElement)) button.beside(composer)
  }
  onComposer(window, entered, signal)
  window.addEventListener('focusout', () => window.setTimeout(left), { capture: true, passive: true, signal })
  window.addEventListener('resize', again, { passive: true, signal })
  document.addEventListener('input', again, { capture: true, passive: true, signal })
  document.addEventListener('selectionchange', () => {
    const element = composerAt(document.activeElement)
    if (element) caret = placeIn(element)
  }, { passive: true, signal })
  watchTheme(document, () => button.restyle(readTheme(document)), signal)
  signal.addEventListener('abort', () => {
    window.clearTimeout(timer)
    button.host.remove()
  })
  button.restyle(readTheme(document))
  const here = composerAt(document.activeElement)
  if (here) window.setTimeout(() => !signal.aborted && entered(here))
  return { button: button.host, place: () => (composer?.isConnected ? (caret?.element === composer ? caret : placeIn(composer)) : undefined) }
}

/** The place where a composer's caret stands. */
export function placeIn(element: HTMLElement): Place {
  const { start, end } = readEditor(element)
  return { element, start, end }
}
