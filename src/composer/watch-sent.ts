import { CHAT_SEND_BUTTON } from '../page/composer-selectors'
import { composerAt } from '../page/composer-context'
import { readEditor } from '../page/editor-text'
import { watchSendPress } from '../page/watch-sending'

/** Tells of every message that the user sends, by the button or by its keys, with its words. It only looks. */
export function watchSent(window: Window, current: () => HTMLElement | undefined, sent: (element: HTMLElement, text: string) => void, signal: AbortSignal): void {
  const tell = (element: HTMLElement | undefined): void => {
    if (element) sent(element, readEditor(element).text)
  }
  watchSendPress(window, tell, signal)
  window.addEventListener('keydown', ({ isTrusted, key, shiftKey, isComposing, target }) => {
    const field = isTrusted && key === 'Enter' && !shiftKey && !isComposing ? composerAt(target) : undefined
    if (field instanceof HTMLTextAreaElement) tell(field)
  }, { capture: true, passive: true, signal })
  window.addEventListener('click', ({ isTrusted, target }) => {
    if (isTrusted && target instanceof Element && target.closest(CHAT_SEND_BUTTON)) tell(current())
  }, { capture: true, passive: true, signal })
}
