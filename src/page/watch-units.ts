import { PROFILE_FACTS, unitSelector } from './x-selectors'

/** Watches X's tree until the signal. `changed` gets, before the next paint, every unit that is new or was touched; what it writes itself is not reported back. */
export function watchUnits(document: Document, changed: (units: ReadonlySet<Element>) => void, signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    const units = new Set<Element>()
    for (const record of records) collect(record, units)
    if (units.size === 0) return
    changed(units)
    observer.takeRecords()
  })
  // Profile heads and hover cards are filled anew in place: by these attributes, or by a text alone.
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href', 'data-testid'] })
  signal.addEventListener('abort', () => observer.disconnect())
  const there = unitsOn(document)
  if (there.size > 0) changed(there)
}

/** Every unit that is on the page now. */
export function unitsOn(document: Document): ReadonlySet<Element> {
  return new Set(document.querySelectorAll(unitSelector))
}

function collect({ target, addedNodes }: MutationRecord, units: Set<Element>): void {
  const { ownerDocument: document } = target
  if (document && target === document.head && bringsFacts(addedNodes)) for (const unit of unitsOn(document)) units.add(unit)
  const around = (target instanceof Element ? target : target.parentElement)?.closest(unitSelector)
  if (around) units.add(around)
  for (const node of addedNodes) {
    if (!(node instanceof Element)) continue
    if (node.matches(unitSelector)) units.add(node)
    for (const unit of node.querySelectorAll(unitSelector)) units.add(unit)
  }
}

/** X writes a profile's facts into the head a frame or more after the profile itself: then everything there is read again, once. */
function bringsFacts(added: NodeList): boolean {
  for (const node of added) if (node instanceof Element && node.matches(PROFILE_FACTS)) return true
  return false
}
