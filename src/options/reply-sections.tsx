import browser from 'webextension-polyfill'
import { BackupLine } from '../backup/backup-line'
import { StoredData } from '../features/preferences/stored-data'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { Section } from './section'
import { useCounts } from './use-counts'
import { useReplies } from './use-replies'

/** The way to the canned replies, and what is stored. */
export function ReplySections() {
  const { replies, error } = useReplies()
  const counts = useCounts()
  return (
    <>
      <Section id="replies" title={word('optionsReplies')} lead={word('libraryLead')}>
        {error && <Banner tone="warn">{error}</Banner>}
        <p>
          <a href={browser.runtime.getURL('src/replies/replies.html')}>{word('libraryOpen')}</a>
        </p>
      </Section>
      <Section id="data" title={word('optionsData')}>
        <StoredData counts={counts && { ...counts, replies: replies.length }} />
        <BackupLine />
      </Section>
    </>
  )
}
