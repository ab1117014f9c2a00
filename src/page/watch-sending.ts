import type { Handle } from '../domain/handle'
import { describeComposer } from './composer'
import { EDITOR_LINE, MODAL, POST_EDITOR, SEND_BUTTON } from './composer-selectors'

/** A reply that the user is just sending: its words, and whom it answers, as the page says. */
export interface Sending {
  readonly to: Handle
  readonly text: string
}

const LONGEST = 4_000

/** Tells of every reply that the user sends, by the button or by its keys. It only looks: nothing is held up, changed or pressed. */
export function watchSending(window: Window, sending: (sending: Sending) => void, signal: AbortSignal): void {
  const note = (editor: HTMLElement): void => {
    const reply = replyIn(editor)
    if (reply) sending(reply)
  }
  watchSendPress(window, note, signal)
}

/** Tells of the editor whose words are being sent. */
export function watchSendPress(window: Window, note: (editor: HTMLElement) => void, signal: AbortSignal): void {
  const found = (editor: HTMLElement | undefined | null): void => void (editor && note(editor))
  const pressed = ({ isTrusted, target }: Event): void => {
    const button = isTrusted && target instanceof Element ? target.closest(SEND_BUTTON) : null
    if (button && !button.matches(':disabled,[aria-disabled="true"]')) found(editorOf(button))
  }
  const typed = ({ isTrusted, target, key, ctrlKey, metaKey }: KeyboardEvent): void => {
    if (isTrusted && key === 'Enter' && (ctrlKey || metaKey) && target instanceof Element) found(target.closest<HTMLElement>(POST_EDITOR))
  }
  window.addEventListener('click', pressed, { capture: true, passive: true, signal })
  window.addEventListener('keydown', typed, { capture: true, passive: true, signal })
}

function replyIn(editor: HTMLElement): Sending | undefined {
  const { kind, to } = describeComposer(editor)
  return kind === 'reply' && to ? { to, text: wordsOf(editor) } : undefined
}

function wordsOf(editor: HTMLElement): string {
  const lines = [...editor.querySelectorAll(EDITOR_LINE)].map(({ textContent }) => textContent ?? '')
  return (lines.length > 0 ? lines.join('\n') : (editor.textContent ?? '')).slice(0, LONGEST)
}

/** The editor that shares the smallest box with the button. */
function editorOf(button: Element): HTMLElement | undefined {
  for (let box = button.parentElement; box; box = box.parentElement) {
    const editor = box.querySelector<HTMLElement>(POST_EDITOR)
    if (editor) return editor
    if (box.matches(MODAL)) return undefined
  }
  return undefined
}
