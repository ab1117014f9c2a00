import { download } from '../backup/make-backup'
import { writeOwnJson } from '../features/canned-replies/formats/own-json'
import { writeRepliesCsv } from '../features/canned-replies/formats/replies-csv'
import type { Reply } from '../features/canned-replies/reply'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { word } from '../ui/words'

/** Taking replies along: our own file keeps everything, the table is for spreadsheets. */
export function ExportSection({ replies }: { readonly replies: readonly Reply[] }) {
  const name = (end: string): string => `regulars-replies-${new Date().toISOString().slice(0, 10)}.${end}`
  const json = async (): Promise<void> => download(new Blob([await writeOwnJson(replies, new Date().toISOString())], { type: 'application/json' }), name('json'))
  const csv = (): void => download(new Blob(['\uFEFF', ...writeRepliesCsv(replies)], { type: 'text/csv' }), name('csv'))
  return (
    <Section id="export" title={word('exportReplies')} lead={word('exportRepliesLead')}>
      <div class="row">
        <Button disabled={replies.length === 0} onClick={() => void json()}>{word('exportJson')}</Button>
        <Button disabled={replies.length === 0} onClick={csv}>{word('exportCsv')}</Button>
      </div>
    </Section>
  )
}
