import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { ReplyId } from '../features/canned-replies/reply'
import { ReplyLibrary } from '../features/canned-replies/reply-library'
import { Section } from '../options/section'
import { SaveStatus } from '../options/save-status'
import { SAMPLE } from '../options/sample-post'
import { useReplies } from '../options/use-replies'
import { useSettings } from '../options/use-settings'
import { makeSituation } from '../picker/make-situation'
import { DEFAULTS } from '../settings/settings'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { ExportSection } from './export-section'
import { GuardSection } from './guard-section'
import { ImportSection } from './import-section'
import { PreviewPerson } from './preview-person'
import { ShareSection } from './share-section'
import { useUsage } from './use-usage'
import { type Previewed, usePreviewed } from './use-previewed'

const newId = (): ReplyId => crypto.randomUUID() as ReplyId

/** The library of canned replies, on a page of its own. */
export function RepliesPage() {
  const { replies, error, save, remove, refresh } = useReplies()
  const { settings, outcome, save: saveSettings } = useSettings()
  const usage = useUsage(replies)
  const person = usePreviewed()
  const [now] = useState(() => Date.now())
  const sample = makeSituation({ surface: 'reply', ...previewOf(person.previewed), settings: settings ?? DEFAULTS, uses: [], replies, now, seed: 1 })
  return (
    <>
      <header class="options-head">
        <img src={browser.runtime.getURL('icons/regulars.svg')} alt="" />
        <h1>{word('libraryTitle')}</h1>
        <a href={browser.runtime.getURL('src/options/options.html')}>{word('optionsTitle')}</a>
      </header>
      <SaveStatus outcome={outcome} />
      <div class="sections">
        {error && <Banner tone="warn">{error}</Banner>}
        <Section id="replies" title={word('optionsReplies')} lead={word('optionsRepliesLead')}>
          <PreviewPerson person={person} />
          <ReplyLibrary replies={replies} usage={usage} sample={sample} wordsAMinute={settings?.typingSpeed ?? 0} newId={newId} onSave={save} onRemove={(id) => void remove(id)} />
        </Section>
        {settings && <GuardSection settings={settings} save={saveSettings} />}
        <ImportSection replies={replies} settings={settings} save={saveSettings} onDone={refresh} />
        <ShareSection replies={replies} />
        <ExportSection replies={replies} />
      </div>
    </>
  )
}

function previewOf(previewed: Previewed | undefined) {
  return { subject: previewed?.subject ?? SAMPLE, view: previewed?.view }
}
