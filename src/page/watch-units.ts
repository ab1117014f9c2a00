import { isUnit, unitAround, unitsIn } from './units'
import { CELL, PROFILE_FACTS } from './x-selectors'

/** Watches X's tree until the signal. `changed` gets, before the next paint, every unit that is new or was touched; what it writes itself is not reported back. */
export function watchUnits(document: Document, changed: (units: ReadonlySet<Element>) => void, signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    const units = new Set<Element>()
    let target: Node | undefined
    for (const record of records) {
      // X adds and drops many children of one list: where it stands is looked up once.
      if (record.target !== target) collectAround(record, units)
      target = record.target
      for (const node of record.addedNodes) if (node instanceof Element) collectIn(node, units)
      if (target === document.head && bringsFacts(record.addedNodes)) for (const unit of unitsIn(document)) units.add(unit)
    }
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
  return new Set(unitsIn(document))
}

function collectAround({ target }: MutationRecord, units: Set<Element>): void {
  const around = unitAround(target instanceof Element ? target : target.parentElement)
  if (around) units.add(around)
}

function collectIn(added: Element, units: Set<Element>): void {
  if (isUnit(added)) units.add(added)
  for (const unit of postsOfCell(added) ?? unitsIn(added)) units.add(unit)
}

/** A cell with a post holds no other unit: looking for articles alone spares some forty looks for each post that scrolls by. */
function postsOfCell(added: Element): readonly Element[] | undefined {
  if (!added.matches(CELL)) return undefined
  const posts = [...added.querySelectorAll('article')].filter(isUnit)
  return posts.length > 0 ? posts : undefined
}

/** X writes a profile's facts into the head a frame or more after the profile itself: then everything there is read again, once. */
function bringsFacts(added: NodeList): boolean {
  for (const node of added) if (node instanceof Element && node.matches(PROFILE_FACTS)) return true
  return false
}
