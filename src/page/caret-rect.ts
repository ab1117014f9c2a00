import { readEditor } from './editor-text'

/** Where the caret stands on screen; a text field does not tell, so its own corner counts. */
export function caretRect(element: HTMLElement): DOMRect {
  const box = element.getBoundingClientRect()
  const selection = element.ownerDocument.getSelection()
  if (element instanceof HTMLTextAreaElement || !selection?.rangeCount) return box
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer)) return box
  const rect = range.getClientRects()[0] ?? rectOfNode(range.startContainer)
  return rect && rect.height > 0 ? rect : box
}

/** A caret in an empty line has no box of its own. */
function rectOfNode(node: Node): DOMRect | undefined {
  const element = node instanceof Element ? node : node.parentElement
  return element?.getBoundingClientRect()
}

/** The selected words of an editor. */
export function selectedIn(element: HTMLElement): string {
  const { text, start, end } = readEditor(element)
  return text.slice(start, end)
}
