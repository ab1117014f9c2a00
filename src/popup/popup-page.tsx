import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { toHandle } from '../domain/handle'
import type { Subject } from '../domain/subject'
import { useSettings } from '../options/use-settings'
import { Button } from '../ui/button'
import { word, type WordName } from '../ui/words'
import { BackupHint } from './backup-hint'
import { HealthLight } from './health-light'
import { findPage, type Where } from './find-page'
import { InboxPart } from './inbox-part'
import { NotHere } from './not-here'
import { PersonPart } from './person-part'
import { Replies } from './replies'
import { SearchPart } from './search-part'
import { useSearch } from './use-search'

/** What the toolbar button opens: the person on the page, a note, a reply. */
export function PopupPage() {
  const [where, setWhere] = useState<Where>({ is: 'looking' })
  const [chosen, choose] = useState<Subject>()
  const { settings } = useSettings()
  const searching = useSearch()
  useEffect(() => void findPage().then(setWhere), [])
  if (where.is === 'looking') return <div class="popup-wait" />
  const subject = chosen ?? (where.is === 'X' ? where.page.subject : undefined)
  const colourOf = (tag: string): string | undefined => settings?.presetTags.find(({ name }) => name === tag)?.colour
  const isSearching = searching.query.trim() !== ''
  return (
    <>
      <div class="popup-body">
        <SearchPart searching={searching} colourOf={colourOf} onOpen={choose} />
        {!isSearching && chosen && (
          <Button kind="link" onClick={() => choose(undefined)}>
            {word('popupBackToPage')}
          </Button>
        )}
        {!isSearching && (subject ? <PersonPart key={subject.handle} subject={subject} templates={settings?.noteTemplates ?? []} colourOf={colourOf} settings={settings} /> : <NotHere where={where} />)}
        {!isSearching && where.is !== 'no access' && <Replies isChat={where.is === 'X' && where.isChat} tab={where.is === 'X' ? where.tab : undefined} account={where.is === 'X' ? toHandle(where.page.viewer) : undefined} subject={subject} />}
      </div>
      <InboxPart isBrief={subject !== undefined || isSearching} />
      <BackupHint settings={settings} />
      <footer>
        <HealthLight health={where.is === 'X' ? where.page.health : undefined} />
        <PageLink path="src/keys/keys.html" name="keysTitle" />
        <PageLink path="src/privacy/privacy.html" name="privacyShort" />
        <Button kind="link" onClick={() => void browser.runtime.openOptionsPage().then(() => close())}>
          {word('popupOptions')}
        </Button>
      </footer>
    </>
  )
}

/** A page of ours in a tab of its own. */
function PageLink({ path, name }: { readonly path: string; readonly name: WordName }) {
  return (
    <a class="button" data-kind="link" href={browser.runtime.getURL(path)} target="_blank">
      {word(name)}
    </a>
  )
}
