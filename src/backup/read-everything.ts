import type { Chunk } from '../features/backup/backup-file'
import { ROWS_PER_LINE } from '../features/backup/backup-file'
import { readSettings } from '../settings/settings'
import { readXSettings } from '../settings/x-settings'
import { changesIn } from '../domain/journal-entry'
import type { Store } from '../store/open-store'

/** Everything that a backup holds, in chunks; `told` hears of every row read. Tokens, tickets and what can be made anew are not in it. */
export async function* readEverything(store: Store, told: (rows: number) => void): AsyncGenerator<Chunk> {
  for (let after: string | undefined; ; ) {
    const rows = await store.getAll('journal', after === undefined ? null : IDBKeyRange.lowerBound(after, true), ROWS_PER_LINE)
    if (rows.length === 0) break
    const changes = changesIn(rows)
    for (let from = 0; from < changes.length; from += ROWS_PER_LINE) yield { table: 'journal', rows: changes.slice(from, from + ROWS_PER_LINE) }
    told(rows.length)
    after = rows.at(-1)?.stamp
  }
  const [replies, uses, drafts, settings, x] = await Promise.all([store.getAll('replies'), store.getAll('uses'), store.getAll('drafts'), readSettings(), readXSettings()])
  if (replies.length > 0) yield { table: 'replies', rows: replies }
  for (let from = 0; from < uses.length; from += ROWS_PER_LINE) yield { table: 'uses', rows: uses.slice(from, from + ROWS_PER_LINE) }
  if (drafts.length > 0) yield { table: 'drafts', rows: drafts }
  yield { table: 'settings', rows: [{ ...settings, x }] }
}
