interface FieldState {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Puts a text into a plain text field at its caret, so that React hears of it and Ctrl+Z takes exactly it back. */
export function insertIntoField(field: HTMLTextAreaElement, text: string): void {
  const before = { value: field.value, start: field.selectionStart, end: field.selectionEnd }
  field.setRangeText(text, before.start, before.end, 'end')
  sayInput(field, text)
  offerUndo(field, before)
}

/** The browsers' own undo knows nothing of what a script wrote: when the field is back at what we left, Ctrl+Z is ours. */
function offerUndo(field: HTMLTextAreaElement, before: FieldState): void {
  const after = field.value
  const done = new AbortController()
  const undo = (event: KeyboardEvent): void => {
    if (field.value === '') return done.abort()
    if (field.value !== after || !isUndo(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    done.abort()
    field.setRangeText(before.value, 0, after.length)
    field.setSelectionRange(before.start, before.end)
    sayInput(field, null)
  }
  field.addEventListener('keydown', undo, { capture: true, signal: done.signal })
}

function isUndo(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
}

function sayInput(field: HTMLTextAreaElement, data: string | null): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: data === null ? 'historyUndo' : 'insertText', data }))
}
