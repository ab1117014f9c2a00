import { Banner } from '../../ui/notice'
import { plural, word } from '../../ui/words'

/** How much is stored. */
export interface StoredCounts {
  readonly people: number
  readonly notes: number
  readonly replies: number
  /** A newer Regulars keeps this database: it is shown and never touched. */
  readonly newer: boolean
}

/** What is stored, where, and how much. */
export function StoredData({ counts }: { readonly counts: StoredCounts | undefined }) {
  return (
    <div class="stack">
      {counts?.newer && <Banner tone="warn">{word('storeNewer')}</Banner>}
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
