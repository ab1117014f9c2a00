/** Everything that a page's own scripts got hold of. */
export interface SpyReport {
  /** Texts out of events, hooks, observers, entries and stacks. */
  readonly words: string[]
  /** Nodes and windows that are none of the page's own, and how it came by them. */
  readonly finds: string[]
  /** Events that reached the page from a host of ours. */
  readonly hits: string[]
  /** Events that reached the page at all, by type. */
  readonly events: Record<string, number>
}

declare global {
  interface Window {
    __spy: SpyReport
  }
}

/**
 * Runs as the first script of a hostile page, put there as text: it hooks what another script might call, and listens
 * to every event that any object of the page knows, on the window and the document, going down and coming up.
 */
export function spy(): void {
  const words: string[] = []
  const finds: string[] = []
  const hits: string[] = []
  const events: Record<string, number> = {}

  const look = (value: unknown, how: string): void => {
    if (value instanceof ShadowRoot) finds.push(`${how}: ${value.innerHTML}`)
    else if (value instanceof Node && value.getRootNode() instanceof ShadowRoot) finds.push(`${how}: ${value instanceof Element ? value.outerHTML : value.textContent}`)
    if (value instanceof Range) look(value.startContainer, `${how}, its start`)
    if (typeof value === 'string' && value.length < 5_000) words.push(value)
  }

  const hear = (event: Event): void => {
    events[event.type] = (events[event.type] ?? 0) + 1
    if (event.target instanceof Element && event.target.matches('[data-regulars]')) hits.push(event.type)
    // A listener that runs beneath a script of ours would see it on the stack.
    words.push(new Error('heard').stack ?? '')
    for (const name in event) {
      const value: unknown = Reflect.get(event, name, event)
      look(value, `${event.type}.${name}`)
      if ((name === 'view' || name === 'source') && value instanceof Object && value !== window) finds.push(`${event.type}.${name}: a window`)
    }
    for (const target of event.composedPath()) look(target, `the path of ${event.type}`)
    if (event instanceof ErrorEvent) words.push(String((event.error as Error | undefined)?.stack))
    if (event instanceof PromiseRejectionEvent) words.push(String((event.reason as Error | undefined)?.stack))
    if (event instanceof ClipboardEvent) words.push(event.clipboardData?.getData('text/plain') ?? '')
    if (event instanceof DragEvent) words.push(event.dataTransfer?.getData('text/plain') ?? '')
    const selection = getSelection()
    look(selection?.anchorNode, `the selection at ${event.type}`)
    look(selection?.focusNode, `the selection at ${event.type}`)
  }

  const names = new Set(['overflow', 'underflow', 'DOMMouseScroll', 'MozMousePixelScroll', 'DOMActivate', 'DOMFocusIn', 'focusin', 'focusout', 'DOMNodeInserted', 'DOMAttrModified', 'selectionchange', 'regulars:facts', 'regulars:facts-wanted'])
  const holders: readonly object[] = [window, document, HTMLElement.prototype, SVGElement.prototype, HTMLVideoElement.prototype]
  for (const holder of holders) {
    for (const name in holder) if (name.startsWith('on')) names.add(name.slice(2))
  }
  for (const name of names) for (const target of [window, document]) for (const capture of [true, false]) target.addEventListener(name, hear, { capture, passive: true })

  const hook = (holder: object, name: string): void => {
    const original = Reflect.get(holder, name) as (...given: unknown[]) => unknown
    Reflect.set(holder, name, function hooked(this: unknown, ...given: unknown[]): unknown {
      const result = Reflect.apply(original, this, given)
      for (const value of [this, result, ...given]) look(value, name)
      words.push(new Error(name).stack ?? '')
      // X makes no shadow roots, and neither does the practice timeline.
      if (name === 'attachShadow') finds.push('attachShadow was called')
      return result
    })
  }
  hook(Element.prototype, 'attachShadow')
  hook(Node.prototype, 'appendChild')
  for (const name of ['append', 'setAttribute', 'getBoundingClientRect', 'closest', 'matches']) hook(Element.prototype, name)
  for (const name of ['querySelectorAll', 'createElement', 'getElementById']) hook(Document.prototype, name)
  for (const name of ['addEventListener', 'dispatchEvent']) hook(EventTarget.prototype, name)
  hook(CSSStyleSheet.prototype, 'replaceSync')
  hook(HTMLElement.prototype, 'focus')
  hook(MessagePort.prototype, 'postMessage')
  for (const name of ['parse', 'stringify']) hook(JSON, name)
  for (const name of ['map', 'flatMap', 'filter', 'push']) {
    const original = Reflect.get(Array.prototype, name) as (...given: unknown[]) => unknown
    Reflect.set(Array.prototype, name, function hooked(this: unknown[], ...given: unknown[]): unknown {
      if (this.length > 0 && typeof this[0] === 'string' && words.length < 200_000) words[words.length] = this[0]
      return Reflect.apply(original, this, given)
    })
  }

  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes, oldValue } of records) {
      for (const node of [target, ...addedNodes, ...removedNodes]) look(node, 'a mutation')
      look(oldValue, 'a mutation')
    }
  }).observe(document, { subtree: true, attributes: true, characterData: true, childList: true, attributeOldValue: true, characterDataOldValue: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      words.push(JSON.stringify(entry))
      for (const name in entry) look(Reflect.get(entry, name, entry), `${entry.entryType}.${name}`)
    }
  }).observe({ entryTypes: [...PerformanceObserver.supportedEntryTypes] })
  window.__spy = { words, finds, hits, events }
}
