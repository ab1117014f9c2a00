import { flushSync } from 'react-dom'
import { store, update } from './store.ts'

const scrolled = new Map<string, number>()
let serial = 0

const keyOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'key' in value ? String(value.key) : 'first')

function show(path: string, scroll: number): void {
  flushSync(() => update({ path, hover: undefined, modal: undefined, menu: undefined }))
  window.scrollTo(0, scroll)
}

/** Goes to another page of X without loading anything: pushState, then render. */
export function navigate(path: string): void {
  if (path === store.getState().path) {
    window.scrollTo(0, 0)
    return
  }
  scrolled.set(keyOf(history.state), window.scrollY)
  serial += 1
  history.pushState({ key: `k${serial}` }, '', path)
  show(path, 0)
}

/** Follows the browser's back and forward, and gives each page its scroll position back. */
export function watchHistory(): void {
  history.scrollRestoration = 'manual'
  window.addEventListener('popstate', (event) => {
    const position = scrolled.get(keyOf(event.state)) ?? 0
    show(location.pathname + location.search, position)
    requestAnimationFrame(() => window.scrollTo(0, position))
  })
}

/** The one click handler of links, at the root: an address of this site is shown without a load. */
export function followLink(event: React.MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return
  event.preventDefault()
  navigate(link.pathname + link.search)
}
