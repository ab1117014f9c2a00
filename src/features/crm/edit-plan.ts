import type { CrmEntry } from '../../domain/crm'
import { partChange } from '../../domain/crm-change'
import { type Delivery, plainWords, wordsOf } from './delivery'
import { mergeLines } from './merge-lines'

/** What becomes of an edit of ours: it is there already; it takes the place of our note, with what was changed there meanwhile; it comes as a note of its own, since ours is gone; or somebody has to choose. */
export type EditPlan =
  | { readonly step: 'arrived' | 'add' }
  | { readonly step: 'replace'; readonly id: string; readonly words: string }
  | { readonly step: 'choose'; readonly there: string }

/** Looks at what the CRM has now before an edit goes there: nothing that somebody wrote there is written over. */
export function planEdit(delivery: Delivery & { readonly edits: NonNullable<Delivery['edits']> }, entries: readonly CrmEntry[]): EditPlan {
  const notes = entries.flatMap(({ kind, id, text }) => (kind === 'note' ? [{ id, ...partChange(text) }] : []))
  const words = wordsOf(delivery)
  const { change, was } = delivery.edits
  if (notes.some((note) => note.change === delivery.change)) return { step: 'arrived' }
  const held = notes.find((note) => note.change === change)
  if (!held) return { step: 'add' }
  // By their words alone: a CRM may have joined all lines, and then nothing could be merged.
  const merged = plainWords(held.text) === plainWords(was) ? words : mergeLines(was, words, held.text)
  return merged === undefined ? { step: 'choose', there: held.text } : { step: 'replace', id: held.id, words: merged }
}
