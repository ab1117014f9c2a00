/** What a host of ours does with a person's own click or key. */
export interface HostActions {
  isOurs(target: EventTarget | null): boolean
  press(target: EventTarget): void
  /** A pointer is moved or pressed on a host: a click may follow. */
  near(target: EventTarget): void
}

const WATCHED = [
  'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'pointercancel', 'gotpointercapture', 'lostpointercapture',
  'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave', 'click', 'auxclick', 'dblclick', 'contextmenu', 'wheel',
  'touchstart', 'touchmove', 'touchend', 'touchcancel', 'keydown', 'keypress', 'keyup', 'focus', 'blur', 'focusin', 'focusout', 'input', 'beforeinput',
  'dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'dragexit', 'dragend', 'drop', 'copy', 'cut', 'paste', 'select', 'selectstart', 'load', 'error', 'animationstart', 'transitionend',
  // Told beside those above: raw moves by both browsers, the rest by one.
  'pointerrawupdate', 'DOMActivate', 'DOMFocusIn', 'DOMFocusOut', 'DOMMouseScroll', 'MozMousePixelScroll', 'mousewheel',
] as const

/** What a hand does before it presses. A page that scrolls under a resting pointer moves none; and a focus that a page gives is trusted, so that it is no sign of a hand. */
const NEARING = new Set(['pointermove', 'pointerdown'])
/** Keys that a badge must leave to the browser and to X: moving on, and every chord. */
const PRESSING = new Set(['Enter', ' '])

/**
 * Stops, at the window and before any script of the page, every event whose target is a host of ours: the page learns of no press,
 * and in Firefox gets no node of the closed root by way of an event. Must run at document_start. Without the person's own hand nothing is pressed.
 */
export function guardHosts(window: Window, { isOurs, press, near }: HostActions, signal: AbortSignal): void {
  const guard = (event: Event): void => {
    if (!isOurs(event.target)) return
    if (event instanceof KeyboardEvent && !PRESSING.has(event.key)) return
    event.stopImmediatePropagation()
    if (!event.isTrusted || !event.target) return
    if (NEARING.has(event.type)) near(event.target)
    if (event.type === 'click') press(event.target)
    if (event instanceof KeyboardEvent) pressByKey(event, press)
  }
  for (const type of WATCHED) window.addEventListener(type, guard, { capture: true, signal, passive: type === 'wheel' || type.startsWith('touch') })
}

function pressByKey(event: KeyboardEvent, press: HostActions['press']): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  if (event.type === 'keydown' && !event.repeat && event.target) press(event.target)
}
