import { putCaret, TWO_FRAMES } from './caret'
import { cleanText } from './clean-text'
import { readEditor, selectInEditor } from './editor-text'
import { insertIntoField } from './insert-into-field'
import { makePaste } from './make-paste'
import { pressUndo } from './press-undo'
import { waitUntil } from './wait-until'

/** X's editor takes a paste at once; this is for a busy page. In ms. */
const PATIENCE = 300

/** How an insertion went; `reason` is for the log, in words. */
export interface Insertion {
  readonly outcome: 'inserted' | 'copy'
  readonly reason?: string
}

/**
 * Puts a text where the caret stands and sees that it arrived, exactly once. Nothing is sent, no control is clicked.
 * `replacing`: words directly before the caret, such as a trigger, whose place it takes; where they do not stand there, nothing is touched.
 * `copy` means: the text is not there, put it on the clipboard instead.
 */
export async function insertText(element: HTMLElement, text: string, replacing = ''): Promise<Insertion> {
  const words = cleanText(text)
  // A space alone is something: keys that were held may be no more.
  if (words === '') return { outcome: 'copy', reason: 'nothing to insert' }
  const isKnown = await putCaret(element)
  if (replacing !== '' && !(await selectBefore(element, replacing))) return { outcome: 'copy', reason: 'the trigger is gone' }
  const isThere = arrival(element, words, isKnown)
  const isTaken = give(element, words)
  if (isTaken && (await waitUntil(() => isThere() === 'once', PATIENCE))) return { outcome: 'inserted' }
  if (isThere() === 'not' && typeInto(element, words) && (await settles(isThere))) return { outcome: 'inserted' }
  return takeBack(element, isThere)
}

/** An editor that has not heard of its new selection yet is corrupted by what comes next: it gets two frames. */
async function selectBefore(element: HTMLElement, words: string): Promise<boolean> {
  const { text, start, end } = readEditor(element)
  if (start !== end || !text.slice(0, start).endsWith(words)) return false
  selectInEditor(element, start - words.length, start)
  if (!(element instanceof HTMLTextAreaElement)) await new Promise((resolve) => setTimeout(resolve, TWO_FRAMES))
  return true
}

/** Whether it was taken. An editor that does not want a paste lets it pass; then there is nothing to wait for. */
function give(element: HTMLElement, text: string): boolean {
  if (!(element instanceof HTMLTextAreaElement)) return !element.dispatchEvent(makePaste(text, window))
  insertIntoField(element, text)
  return true
}

/** An editor may show typed words for a moment, take them away, and show them again as its own. */
async function settles(isThere: () => Arrival): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, TWO_FRAMES))
  return waitUntil(() => isThere() === 'once', PATIENCE)
}

/** The older event behind typing, which React still hears. */
function typeInto(element: HTMLElement, text: string): boolean {
  const typing = document.createEvent('TextEvent') as Event & { initTextEvent?: (...init: readonly unknown[]) => void }
  typing.initTextEvent?.('textInput', true, true, window, text)
  element.dispatchEvent(typing)
  return typing.initTextEvent !== undefined
}

type Arrival = 'not' | 'once' | 'otherwise'

/** Compares what the element holds with what it should: the words in the place of what was selected, everything else as it was. */
function arrival(element: HTMLElement, words: string, isKnown: boolean): () => Arrival {
  const { text, start, end } = readEditor(element)
  const [before, added, head, tail] = [text, words, text.slice(0, start), text.slice(end)].map(essence) as [string, string, string, string]
  const isRight = isKnown ? (now: string) => now === head + added + tail : (now: string) => now.includes(added) && now.replace(added, () => '') === head + tail
  return () => {
    const now = essence(readEditor(element).text)
    if (isRight(now)) return 'once'
    return now === before ? 'not' : 'otherwise'
  }
}

/** Text in the wrong number or place is undone once, as the user would. */
async function takeBack(element: HTMLElement, isThere: () => Arrival): Promise<Insertion> {
  if (isThere() === 'not') return { outcome: 'copy', reason: 'the editor did not take the text' }
  pressUndo(element)
  await waitUntil(() => isThere() !== 'otherwise', PATIENCE)
  if (isThere() === 'once') return { outcome: 'inserted', reason: 'a doubled text was undone once' }
  return { outcome: 'copy', reason: isThere() === 'not' ? 'the text arrived wrongly and was undone' : 'the text arrived wrongly' }
}

/** What is left of a text whatever an editor makes of its lines and spaces. */
function essence(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cf}\uFE0F]+/gu, '')
}
