/** An open card, as the keyboard sees it. */
export interface KeyHolder {
  /** Called for every event that it gets instead of the page. */
  focus(event?: Event): void
  close(): void
}

const TYPED = ['keydown', 'keypress', 'keyup', 'compositionstart', 'compositionupdate', 'compositionend', 'paste'] as const

/**
 * While a card is open the keyboard is the card's. A page may take the focus at any moment, even in the middle of a word, and would
 * then read on: so the page gets no key until the person has pressed on it, which closes the card, or Escape. Must run at document_start.
 */
export function holdKeys(window: Window, openCard: () => KeyHolder | undefined, signal: AbortSignal): void {
  const hold = (event: Event): void => {
    const card = event.isTrusted ? openCard() : undefined
    if (!card) return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (event instanceof KeyboardEvent && event.key === 'Escape') card.close()
    else card.focus(event)
  }
  for (const type of TYPED) window.addEventListener(type, hold, { capture: true, signal })
}
