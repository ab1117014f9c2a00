/** Two frames of a page that paints: by then an editor has heard of its new selection. In ms. */
export const TWO_FRAMES = 40

/**
 * Gives an editor the focus with its caret where it was, or behind its text where it had none. At once where it has both.
 * Whether the caret is where the document says: an editor that lost its selection to a frame may remember another place than we guess.
 */
export async function putCaret(element: HTMLElement): Promise<boolean> {
  if (element instanceof HTMLTextAreaElement) return putFieldCaret(element)
  const document = element.ownerDocument
  const selection = document.getSelection()
  if (!selection) return false
  const isHere = element.contains(selection.anchorNode) && element.contains(selection.focusNode)
  if (isHere && document.activeElement === element) return true
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  element.focus({ preventScroll: true })
  if (isHere) selection.setBaseAndExtent(anchorNode!, anchorOffset, focusNode!, focusOffset)
  else putCaretBehind(element, selection)
  document.dispatchEvent(new Event('selectionchange'))
  await new Promise((resolve) => setTimeout(resolve, TWO_FRAMES))
  return isHere
}

/** A field keeps its caret by itself; one that never had the focus has it before its text. */
function putFieldCaret(field: HTMLTextAreaElement): true {
  if (field.ownerDocument.activeElement === field) return true
  const wasTouched = field.selectionEnd > 0
  field.focus({ preventScroll: true })
  if (!wasTouched) field.setSelectionRange(field.value.length, field.value.length)
  return true
}

function putCaretBehind(element: HTMLElement, selection: Selection): void {
  selection.selectAllChildren(element)
  selection.collapseToEnd()
}
