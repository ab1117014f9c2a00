import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { placeTemplate } from '../../domain/note-template'

/** Puts a template into a field at its caret, by whoever holds the words; the caret then stands behind it. */
export function useTemplates(field: RefObject<HTMLTextAreaElement | null>, onText: (text: string) => void): (template: string) => void {
  const caret = useRef<number | undefined>(undefined)
  useLayoutEffect(() => {
    if (caret.current === undefined) return
    field.current?.focus()
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })
  return (template) => {
    const held = field.current
    if (!held) return
    // Behind what is selected, which stays.
    const placed = placeTemplate(held.value, held.selectionEnd, template)
    caret.current = placed.caret
    onText(placed.text)
  }
}
