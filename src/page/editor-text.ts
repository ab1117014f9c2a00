import { EDITOR_LINE } from './composer-selectors'

/** What an editor holds and where its caret is, counted in characters; a line break counts one. */
export interface EditorText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Reads an editor or a text field. Without a selection of its own the caret counts as behind its text. */
export function readEditor(element: HTMLElement): EditorText {
  if (element instanceof HTMLTextAreaElement) return { text: element.value, start: element.selectionStart, end: element.selectionEnd }
  const text = linesOf(element).map(({ textContent }) => textContent ?? '').join('\n')
  const selection = element.ownerDocument.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined
  if (!range || !element.contains(range.commonAncestorContainer)) return { text, start: text.length, end: text.length }
  return { text, start: offsetOf(element, range.startContainer, range.startOffset), end: offsetOf(element, range.endContainer, range.endOffset) }
}

/** Selects a stretch of an editor's text, and lets the editor hear of it. */
export function selectInEditor(element: HTMLElement, start: number, end: number): void {
  if (element instanceof HTMLTextAreaElement) return element.setSelectionRange(start, end)
  const from = placeOf(element, start)
  const to = placeOf(element, end)
  element.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  element.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/** An editor that is not made of lines is one. */
function linesOf(element: HTMLElement): readonly Element[] {
  const lines = [...element.querySelectorAll(EDITOR_LINE)]
  return lines.length > 0 ? lines : [element]
}

function offsetOf(element: HTMLElement, node: Node, offset: number): number {
  const place = element.ownerDocument.createRange()
  place.setStart(node, offset)
  let before = 0
  for (const line of linesOf(element)) {
    const whole = element.ownerDocument.createRange()
    whole.selectNodeContents(line)
    if (place.compareBoundaryPoints(Range.START_TO_START, whole) < 0) return Math.max(0, before - 1)
    if (place.compareBoundaryPoints(Range.END_TO_START, whole) <= 0) return before + lengthTo(whole, node, offset)
    before += (line.textContent ?? '').length + 1
  }
  return Math.max(0, before - 1)
}

function lengthTo(line: Range, node: Node, offset: number): number {
  line.setEnd(node, offset)
  return line.toString().length
}

function placeOf(element: HTMLElement, offset: number): { readonly node: Node; readonly offset: number } {
  let left = offset
  for (const line of linesOf(element)) {
    const length = (line.textContent ?? '').length
    if (left <= length) return placeInLine(line, left)
    left -= length + 1
  }
  return { node: element, offset: element.childNodes.length }
}

/** An empty line has no text node; its caret stands in the innermost element, as the editor itself puts it. */
function placeInLine(line: Element, offset: number): { readonly node: Node; readonly offset: number } {
  const texts = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return { node: line.querySelector('[data-text]') ?? line, offset: 0 }
}
