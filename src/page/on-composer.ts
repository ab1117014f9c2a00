import { COMPOSER } from './composer-selectors'

/** Calls back whenever the caret comes into a composer. */
export function onComposer(window: Window, entered: (element: HTMLElement) => void, signal: AbortSignal): void {
  window.addEventListener('focusin', ({ target }) => target instanceof HTMLElement && target.matches(COMPOSER) && entered(target), { capture: true, passive: true, signal })
}
