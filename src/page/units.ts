import { CHAT, CHAT_ITEM_NAMES, NAMED, UNIT_NAMES } from './x-selectors'

/** Whether a badge may belong in this element: a post, a row, a head or a card. */
export function isUnit(element: Element): boolean {
  const name = element.getAttribute('data-testid')
  return name !== null && (UNIT_NAMES.has(name) || (name.startsWith(CHAT) && CHAT_ITEM_NAMES.some((start) => name.startsWith(start))))
}

/** The innermost unit around an element, itself included. */
export function unitAround(element: Element | null | undefined): Element | undefined {
  for (let around = element?.closest(NAMED); around; around = around.parentElement?.closest(NAMED)) if (isUnit(around)) return around
  return undefined
}

/** Every unit below a root, in the order of the page. */
export function unitsIn(root: ParentNode): Element[] {
  const units: Element[] = []
  for (const element of root.querySelectorAll(NAMED)) if (isUnit(element)) units.push(element)
  return units
}
