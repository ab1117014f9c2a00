/** Calls back when X changes its colours, until the signal: X writes them on the body, which may not be there yet. */
export function watchTheme(document: Document, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed)
  const watchBody = (): void => {
    observer.observe(document.body, { attributes: true, attributeFilter: ['style', 'class'] })
    changed()
  }
  if (document.body) watchBody()
  else document.addEventListener('DOMContentLoaded', watchBody, { once: true, signal })
  signal.addEventListener('abort', () => observer.disconnect())
}
