import type { NoteId } from '../domain/change'

/** Gives each intended note one id, so that saving it again after a lost answer adds nothing. */
export interface NoteIntent {
  idFor(text: string): NoteId
  /** It is saved: the next note is another one, whatever it says. */
  done(): void
}

/** Other words are another note: were the first ones saved after all, no word of the second is lost. */
export function makeNoteIntent(newId: () => string): NoteIntent {
  let held: { readonly text: string; readonly id: NoteId } | undefined
  return {
    idFor(text) {
      if (held?.text !== text) held = { text, id: newId() as NoteId }
      return held.id
    },
    done: () => (held = undefined),
  }
}
