import { beginWalk, type CursorWalk, stopOf, walkOn } from '../features/canned-replies/cursor-walk'
import type { CursorStop } from '../features/canned-replies/picker-talk'
import { cleanText } from '../page/clean-text'
import { readEditor, selectInEditor } from '../page/editor-text'
import { insertText } from '../page/insert-text'
import { pressUndo } from '../page/press-undo'
import { showNotice } from '../page/notice'
import { waitUntil } from '../page/wait-until'
import { word } from '../ui/words'

/** The place in a composer that words are for. */
export interface Place {
  readonly element: HTMLElement
  readonly start: number
  readonly end: number
}

/** A reply that stands in a composer as it was put there. */
export interface PutReply {
  readonly element: HTMLElement
  /** What it took the place of. */
  readonly trigger: string
  readonly before: string
  /** What the whole editor held right afterwards. */
  readonly after: string
  walk: CursorWalk | undefined
}

const PATIENCE = 300
/** Two frames of a page that paints: by then an editor has heard of its new selection. In ms. */
const HEARD = 40

/** Puts words where the caret stood; onto the clipboard, with a sentence in the corner, where the editor does not take them. */
export async function putReply(place: Place, text: string, stops: readonly CursorStop[], trigger: string): Promise<PutReply | 'copied' | 'failed'> {
  const { element } = place
  await returnTo(place)
  const before = readEditor(element).text
  const { outcome } = await insertText(element, text, trigger)
  if (outcome !== 'inserted') return copy(element.ownerDocument, text)
  const after = readEditor(element).text
  const words = cleanText(text)
  // Stops are counted in the words as they were given: where cleaning changed them, no place can be trusted.
  const walk = words === text ? beginWalk(stops, place.start - trigger.length, after.length) : undefined
  if (walk) selectStop(element, walk)
  return { element, trigger, before, after, walk }
}

/** Gives the composer the focus, with the selection that it had. */
export async function returnTo({ element, start, end }: Place): Promise<void> {
  const wasHere = element.ownerDocument.activeElement === element
  if (!wasHere) element.focus({ preventScroll: true })
  const now = readEditor(element)
  const isSame = now.start === start && now.end === end
  if (!isSame) selectInEditor(element, start, end)
  // A text field needs no time for either.
  if ((wasHere && isSame) || element instanceof HTMLTextAreaElement) return
  await new Promise((resolve) => setTimeout(resolve, HEARD))
}

/** Whether nothing was changed or moved since the reply was put there. */
export function isUntouched({ element, after }: PutReply): boolean {
  return readEditor(element).text === after
}

/** Whether the caret is where an insertion leaves it: a selection is one only where it is the place to fill in. */
export function isBehind({ walk }: PutReply, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (start === end) return true
  const stop = walk && stopOf(walk)
  return stop?.at === start && stop.end === end
}

/** Takes the reply out and gives the trigger back, as one press of undo would. Whether it worked. */
export async function takeOut({ element, trigger, before }: PutReply): Promise<boolean> {
  const { start } = readEditor(element)
  pressUndo(element)
  if (!(await waitUntil(() => readEditor(element).text === before, PATIENCE))) return false
  // The editor selects again what was replaced: whoever types on would lose the trigger.
  const now = readEditor(element)
  if (now.start !== now.end || now.start > start) selectInEditor(element, now.end, now.end)
  if (!(element instanceof HTMLTextAreaElement)) await new Promise((resolve) => setTimeout(resolve, HEARD))
  return trigger !== ''
}

/** Moves the caret to the next place to fill in, or the one before. Whether there was one. */
export function step(put: PutReply, by: 1 | -1): boolean {
  put.walk = put.walk && walkOn(put.walk, by, readEditor(put.element).text.length)
  if (put.walk) selectStop(put.element, put.walk)
  return put.walk !== undefined
}

function selectStop(element: HTMLElement, walk: CursorWalk): void {
  const { at, end } = stopOf(walk)
  selectInEditor(element, at, end)
}

/** Without a hand on the page a browser may refuse the clipboard too. */
async function copy(document: Document, text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text)
    showNotice(document, word('pickerCopied'))
    return 'copied'
  } catch {
    showNotice(document, word('pickerFailed'))
    return 'failed'
  }
}
