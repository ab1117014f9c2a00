import { putCaret } from './caret'
import { cleanText } from './clean-text'
import { insertIntoField } from './insert-into-field'
import { makePaste } from './make-paste'
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
 * `copy` means: the text is not there, put it on the clipboard instead.
 */
export async function insertText(element: HTMLElement, text: string): Promise<Insertion> {
  const words = cleanText(text)
  if (words.trim() === '') return { outcome: 'copy', reason: 'nothing to insert' }
  await putCaret(element)
  const isThere = arrival(element, words)
  const isTaken = give(element, words)
  if (isTaken && (await waitUntil(() => isThere() === 'once', PATIENCE))) return { outcome: 'inserted' }
  if (isThere() === 'not' && typeInto(element, words) && (await waitUntil(() => isThere() === 'once', PATIENCE))) return { outcome: 'inserted' }
  return takeBack(element, isThere)
}

/** Whether it was taken. An editor that does not want a paste lets it pass; then there is nothing to wait for. */
function give(element: HTMLElement, text: string): boolean {
  if (!(element instanceof HTMLTextAreaElement)) return !element.dispatchEvent(makePaste(text, window))
  insertIntoField(element, text)
  return true
}

/** The older event behind typing, which React still hears. */
function typeInto(element: HTMLElement, text: string): boolean {
  const typing = document.createEvent('TextEvent') as Event & { initTextEvent?: (...init: readonly unknown[]) => void }
  typing.initTextEvent?.('textInput', true, true, window, text)
  element.dispatchEvent(typing)
  return typing.initTextEvent !== undefined
}

type Arrival = 'not' | 'once' | 'otherwise'

/** Compares what the element holds with what it held: the words once more, in the place of what was selected. */
function arrival(element: HTMLElement, words: string): () => Arrival {
  const before = wordsIn(element)
  const added = essence(words)
  const rest = before.length - selectedIn(element).length
  return () => {
    const now = wordsIn(element)
    if (now === before) return 'not'
    return now.length === rest + added.length && now.includes(added) ? 'once' : 'otherwise'
  }
}

/** Text in the wrong number or place is undone once, as the user would. */
async function takeBack(element: HTMLElement, isThere: () => Arrival): Promise<Insertion> {
  if (isThere() === 'not') return { outcome: 'copy', reason: 'the editor did not take the text' }
  element.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, bubbles: true, cancelable: true }),
  )
  await waitUntil(() => isThere() !== 'otherwise', PATIENCE)
  if (isThere() === 'once') return { outcome: 'inserted', reason: 'a doubled text was undone once' }
  return { outcome: 'copy', reason: isThere() === 'not' ? 'the text arrived wrongly and was undone' : 'the text arrived wrongly' }
}

function wordsIn(element: HTMLElement): string {
  return essence(element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? ''))
}

function selectedIn(element: HTMLElement): string {
  if (element instanceof HTMLTextAreaElement) return essence(element.value.slice(element.selectionStart, element.selectionEnd))
  return essence(document.getSelection()?.toString() ?? '')
}

/** What is left of a text whatever an editor makes of its lines and spaces. */
function essence(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cf}\uFE0F]+/gu, '')
}
