import browser from 'webextension-polyfill'
import type { Subject } from '../domain/subject'
import type { NoteTemplate } from '../domain/note-template'
import type { Settings } from '../settings/settings'
import { Banner } from '../ui/notice'
import { isolated, word } from '../ui/words'
import { CrmAsk } from './crm-ask'
import { PersonHead } from './person-head'
import { QuickNote } from './quick-note'
import { usePerson } from './use-person'

interface PersonPartProps {
  readonly subject: Subject
  readonly templates: readonly NoteTemplate[]
  readonly colourOf: (tag: string) => string | undefined
  readonly settings: Settings | undefined
}

/** The person on the page, and a note about them. */
export function PersonPart({ subject, templates, colourOf, settings }: PersonPartProps) {
  const { view, error } = usePerson(subject)
  const failed = error !== undefined && <Banner tone="warn">{error}</Banner>
  if (!view) return failed || <div class="popup-wait" />
  return (
    <>
      {failed}
      {view.readOnly && <Banner tone="warn">{word('storeNewer')}</Banner>}
      <PersonHead view={view} colourOf={colourOf} settings={settings} now={Date.now()} />
      <QuickNote view={view} templates={templates} />
      <CrmAsk subject={subject} />
      {view.person && (
        <a class="small" href={browser.runtime.getURL(`src/subject/subject.html#${view.person.id}`)} target="_blank">
          {word('cardKept', isolated(`@${subject.handle}`))}
        </a>
      )}
    </>
  )
}
