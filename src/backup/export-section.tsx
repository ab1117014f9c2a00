import { Section } from '../options/section'
import { Button } from '../ui/button'
import { word } from '../ui/words'
import { exportPeople } from './export-people'
import { download } from './make-backup'
import type { Task } from './use-task'

/** People, tags and notes for other tools. */
export function ExportSection({ task }: { readonly task: Task }) {
  const run = (as: 'csv' | 'json'): void =>
    task.run(word('backupExporting'), async (told, signal) => {
      download(await exportPeople(as, told, signal), `regulars-people.${as}`)
      return word('backupExported')
    })
  return (
    <Section id="export" title={word('backupExport')} lead={word('backupExportLead')}>
      <div class="row">
        <Button disabled={task.progress !== undefined} onClick={() => run('csv')}>CSV</Button>
        <Button disabled={task.progress !== undefined} onClick={() => run('json')}>JSON</Button>
      </div>
    </Section>
  )
}
