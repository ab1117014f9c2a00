import type { Subject } from '../domain/subject'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { PersonHead } from './person-head'
import { QuickNote } from './quick-note'
import { usePerson } from './use-person'

/** The person on the page, and a note about them. */
export function PersonPart({ subject, colourOf }: { readonly subject: Subject; readonly colourOf: (tag: string) => string | undefined }) {
  const { view, error } = usePerson(subject)
  const failed = error !== undefined && <Banner tone="warn">{error}</Banner>
  if (!view) return failed || <div class="popup-wait" />
  return (
    <>
      {failed}
      {view.readOnly && <Banner tone="warn">{word('storeNewer')}</Banner>}
      <PersonHead view={view} colourOf={colourOf} now={Date.now()} />
      <QuickNote subject={subject} draft={view.draft} />
    </>
  )
}
