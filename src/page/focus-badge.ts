import { HOST_MARK } from './badge'
import { unitAround } from './units'

/** The one chord of the overlay, by place on the keyboard. X takes single keys and Ctrl or Cmd with Enter; none with Alt. */
export const FOCUS_CHORD = { code: 'KeyQ', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false } as const

/** Focuses, on Alt+Q, the badge of the post that has the focus, else of the first post on screen. */
export function focusBadgeByChord(window: Window, hostsIn: (unit: Element) => readonly HTMLElement[], signal: AbortSignal): void {
  const listen = (event: KeyboardEvent): void => {
    if (!event.isTrusted || !isChord(event)) return
    const hosts = hostsOfFocus(window.document, hostsIn)
    const [first] = hosts
    if (!first) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const at = hosts.indexOf(window.document.activeElement as HTMLElement)
    const next = hosts[(at + 1) % hosts.length] ?? first
    next.focus()
  }
  window.addEventListener('keydown', listen, { capture: true, signal })
}

function isChord(event: KeyboardEvent): boolean {
  return Object.entries(FOCUS_CHORD).every(([name, value]) => event[name as keyof typeof FOCUS_CHORD] === value)
}

function hostsOfFocus(document: Document, hostsIn: (unit: Element) => readonly HTMLElement[]): readonly HTMLElement[] {
  const focused = unitAround(document.activeElement)
  const own = focused ? hostsIn(focused) : []
  return own.length > 0 ? own : [...document.querySelectorAll<HTMLElement>(`[${HOST_MARK}][role=button]`)].filter(isOnScreen).slice(0, 1)
}

function isOnScreen(host: HTMLElement): boolean {
  const { top, bottom } = host.getBoundingClientRect()
  return bottom > 0 && top < document.documentElement.clientHeight
}
