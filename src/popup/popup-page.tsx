import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { useSettings } from '../options/use-settings'
import { Button } from '../ui/button'
import { word } from '../ui/words'
import { HealthLight } from './health-light'
import { findPage, type Where } from './find-page'
import { NotHere } from './not-here'
import { PersonPart } from './person-part'
import { Replies } from './replies'

/** What the toolbar button opens: the person on the page, a note, a reply. */
export function PopupPage() {
  const [where, setWhere] = useState<Where>({ is: 'looking' })
  const { settings } = useSettings()
  useEffect(() => void findPage().then(setWhere), [])
  if (where.is === 'looking') return <div class="popup-wait" />
  const subject = where.is === 'X' ? where.page.subject : undefined
  const colourOf = (tag: string): string | undefined => settings?.presetTags.find(({ name }) => name === tag)?.colour
  return (
    <>
      <div class="popup-body">
        {subject ? <PersonPart subject={subject} colourOf={colourOf} /> : <NotHere where={where} />}
        {where.is !== 'no access' && <Replies tab={where.is === 'X' ? where.tab : undefined} subject={subject} />}
      </div>
      <footer>
        <HealthLight health={where.is === 'X' ? where.page.health : undefined} />
        <Button kind="link" onClick={() => void browser.runtime.openOptionsPage().then(() => close())}>
          {word('popupOptions')}
        </Button>
      </footer>
    </>
  )
}
