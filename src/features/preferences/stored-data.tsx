import { plural, word } from '../../ui/words'

/** How much is stored. */
export interface StoredCounts {
  readonly people: number
  readonly notes: number
  readonly replies: number
}

/** What is stored, where, and how much. */
export function StoredData({ counts }: { readonly counts: StoredCounts | undefined }) {
  return (
    <div class="stack">
      <ul class="counts" aria-busy={counts === undefined}>
        <li>{counts && plural('optionsPeople', counts.people)}</li>
        <li>{counts && plural('optionsNotes', counts.notes)}</li>
        <li>{counts && plural('optionsReplyCount', counts.replies)}</li>
      </ul>
      <p class="quiet">{word('optionsDataWhere')}</p>
      <p class="quiet">{word('optionsDataStrangers')}</p>
    </div>
  )
}
