import type { OutgoingNote } from './crm'

/** What marks a note as ours, in its own last line. */
const MARK = 'regulars:'

/** The text of a note as it goes out. */
export function withChange({ text, change }: OutgoingNote): string {
  return `${text}\n\n${MARK}${change}`
}

/** The words without our mark, and the mark. Somebody may have written on behind it. */
export function partChange(text: string): { readonly text: string; readonly change: string | undefined } {
  const at = text.lastIndexOf(MARK)
  const change = at < 0 ? undefined : /^[0-9a-z-]{10,60}/.exec(text.slice(at + MARK.length))?.[0]
  if (change === undefined) return { text, change }
  const behind = text.slice(at + MARK.length + change.length).trim()
  return { text: `${text.slice(0, at).trim()}${behind && `\n\n${behind}`}`.trim(), change }
}
