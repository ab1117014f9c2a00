import type { ReplyId } from '../features/canned-replies/reply'
import { ReplyLibrary } from '../features/canned-replies/reply-library'
import { StoredData } from '../features/preferences/stored-data'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { SAMPLE } from './sample-post'
import { Section } from './section'
import { useCounts } from './use-counts'
import { useReplies } from './use-replies'
import { BackupLine } from '../backup/backup-line'

const newId = (): ReplyId => crypto.randomUUID() as ReplyId

/** The canned replies, and what is stored. */
export function ReplySections() {
  const { replies, error, save, remove } = useReplies()
  const counts = useCounts()
  return (
    <>
      <Section id="replies" title={word('optionsReplies')} lead={word('optionsRepliesLead')}>
        {error && <Banner tone="warn">{error}</Banner>}
        <ReplyLibrary replies={replies} sample={SAMPLE} newId={newId} onSave={save} onRemove={(id) => void remove(id)} />
      </Section>
      <Section id="data" title={word('optionsData')}>
        <StoredData counts={counts && { ...counts, replies: replies.length }} />
        <BackupLine />
      </Section>
    </>
  )
}
