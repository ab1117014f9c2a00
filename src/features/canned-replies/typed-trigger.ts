/** What stands directly before the caret from the last white space on; empty behind a space. */
export function wordBefore(text: string, caret: number): string {
  return /\S*$/.exec(text.slice(0, caret))?.[0] ?? ''
}

/** The word before the caret where it is a trigger that Tab may expand: whole, with nothing written on behind it, and no part of an address, a mention or a topic. */
export function triggerBefore(text: string, caret: number, triggers: ReadonlySet<string>): string | undefined {
  const word = wordBefore(text, caret)
  const isInside = /^[\p{L}\p{N}_]/u.test(text.slice(caret))
  return word !== '' && !isInside && !/^[@#$]|:\/\/|^www\./i.test(word) && triggers.has(foldTrigger(word)) ? word : undefined
}

/** What stands before a trigger that expands by itself. */
const AUTO = ';;'

/** The word before the caret where it is `;;` and a trigger: only in the mode that the user asked for. */
export function autoTriggerBefore(text: string, caret: number, triggers: ReadonlySet<string>): string | undefined {
  const word = wordBefore(text, caret)
  const isEnd = !/^\S/.test(text.slice(caret))
  return isEnd && word.startsWith(AUTO) && triggers.has(foldTrigger(bareTrigger(word))) ? word : undefined
}

/** A trigger as it is stored, however it was typed. */
export function bareTrigger(word: string): string {
  return word.startsWith(AUTO) ? word.slice(AUTO.length) : word
}

/** A slash opens the palette at the beginning of a word alone: never in "and/or", 24/7, an address or a path. */
export function mayOpenPalette(text: string, caret: number): boolean {
  return wordBefore(text, caret) === '' && !/^\S/.test(text.slice(caret))
}

/** Triggers are the same whatever their case. */
export function foldTrigger(trigger: string): string {
  return trigger.normalize('NFC').toLowerCase()
}
