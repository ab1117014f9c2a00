/** Two frames of a page that paints: by then an editor has heard of its new selection. In ms. */
const TWO_FRAMES = 40

/** Gives an editor the focus with its caret where it was, or behind its text where it had none. At once where it has both. */
export async function putCaret(element: HTMLElement): Promise<void> {
  if (element instanceof HTMLTextAreaElement) return putFieldCaret(element)
  const document = element.ownerDocument
  const selection = document.getSelection()
  if (!selection) return
  const isHere = element.contains(selection.anchorNode) && element.contains(selection.focusNode)
  if (isHere && document.activeElement === element) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  element.focus({ preventScroll: true })
  if (isHere) selection.setBaseAndExtent(anchorNode!, anchorOffset, focusNode!, focusOffset)
  else putCaretBehind(element, selection)
  document.dispatchEvent(new Event('selectionchange'))
  await new Promise((resolve) => setTimeout(resolve, TWO_FRAMES))
}

/** A field keeps its caret by itself; one that never had the focus has it before its text. */
function putFieldCaret(field: HTMLTextAreaElement): void {
  if (field.ownerDocument.activeElement === field) return
  const wasTouched = field.selectionEnd > 0
  field.focus({ preventScroll: true })
  if (!wasTouched) field.setSelectionRange(field.value.length, field.value.length)
}

function putCaretBehind(element: HTMLElement, selection: Selection): void {
  selection.selectAllChildren(element)
  selection.collapseToEnd()
}
