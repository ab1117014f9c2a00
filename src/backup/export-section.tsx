import { useState } from 'preact/hooks'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { word } from '../ui/words'
import { exportPeople, type ListFormat } from './export-people'
import { download } from './make-backup'
import type { Task } from './use-task'

/** People, tags and notes for other tools: everybody, or those whom a search finds. */
export function ExportSection({ task }: { readonly task: Task }) {
  const [query, setQuery] = useState('')
  const run = (as: ListFormat): void =>
    task.run(word('backupExporting'), async (told, signal) => {
      download(await exportPeople({ as, query, told, signal }), `regulars-people.${as}`)
      return word('backupExported')
    })
  return (
    <Section id="export" title={word('backupExport')} lead={word('backupExportLead')}>
      <TextField type="search" label={word('backupExportWho')} hint={word('backupExportWhoHint')} value={query} onText={setQuery} autocomplete="off" />
      <div class="row">
        <Button disabled={task.progress !== undefined} onClick={() => run('csv')}>CSV</Button>
        <Button disabled={task.progress !== undefined} onClick={() => run('json')}>JSON</Button>
      </div>
    </Section>
  )
}
