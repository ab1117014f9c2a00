/** What the second version of the observer sees, which Chromium has and the DOM library does not name yet. */
interface Seen extends IntersectionObserverEntry {
  readonly isVisible?: boolean
}

type Watching = IntersectionObserverInit & { readonly trackVisibility: true; readonly delay: number }

/** The shortest time between two looks that Chromium allows, in ms. Until the first one presses act as everywhere. */
const DELAY = 100
/** A frame that was shown just now may still be told as unseen, in ms: whoever is quick must not find a card that does not answer. */
const SETTLED = 1_000

/**
 * Lets no press of a pointer act in a frame of ours while the page around it covers, fades or bends it: whoever presses then does not see what
 * they press. It is said why. Chromium alone can tell; a frame that is out of sight altogether is nobody's to press. The keyboard goes on: it is
 * the way for whoever has every page bent, as an inverting dark mode does.
 */
export function guardPresses({ body }: Document, sentence: string): void {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return
  const pane = document.createElement('div')
  pane.className = 'pane'
  pane.setAttribute('role', 'alert')
  const begun = performance.now()
  let isCovered = false
  let wasSeen = false
  const watching: Watching = { trackVisibility: true, delay: DELAY }
  new IntersectionObserver((seen: readonly Seen[]) => {
    const now = seen.at(-1)
    isCovered = now?.isIntersecting === true && now.isVisible === false
    wasSeen ||= now?.isVisible === true
    if (!isCovered) pane.textContent = ''
  }, watching).observe(pane)
  // A key's click has no count.
  window.addEventListener('click', (event) => isCovered && (wasSeen || performance.now() > begun + SETTLED) && event.detail > 0 && refuse(event), { capture: true })
  body.parentElement?.append(pane)

  function refuse(event: Event): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    pane.textContent = sentence
  }
}
