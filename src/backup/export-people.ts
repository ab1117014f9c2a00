import { noteOf, personOf } from '../domain/person'
import { csvLine } from '../domain/to-csv'
import { openStore } from '../store/open-store'

const AT_ONCE = 500

/** Everybody with their tags and notes, as a table or as JSON, for other tools to read. */
export async function exportPeople(as: 'csv' | 'json', told: (done: number, of: number) => void, signal: AbortSignal): Promise<Blob> {
  const store = await openStore()
  const all = await store.count('people')
  const parts: string[] = [as === 'csv' ? `\uFEFF${csvLine(['handle', 'id', 'name', 'tags', 'notes'])}` : '{"people":[']
  let done = 0
  let written = 0
  for (let after: string | undefined; ; ) {
    signal.throwIfAborted()
    const transaction = store.transaction(['people', 'notes'], 'readonly')
    const rows = await transaction.objectStore('people').getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), AT_ONCE)
    if (rows.length === 0) break
    const notes = await Promise.all(rows.map(({ id }) => transaction.objectStore('notes').index('person').getAll(id)))
    for (const [index, row] of rows.entries()) {
      const { handle, xId, name, tags } = personOf(row)
      if (!handle) continue
      const texts = (notes[index] ?? []).flatMap((note) => noteOf(note)?.text ?? [])
      parts.push(as === 'csv' ? csvLine([handle, xId ?? '', name ?? '', tags.join('; '), texts.join('\n\n')]) : `${written > 0 ? ',' : ''}\n${JSON.stringify({ handle, xId, name, tags, notes: texts })}`)
      written += 1
    }
    told((done += rows.length), all)
    after = rows.at(-1)?.id
  }
  if (as === 'json') parts.push('\n]}\n')
  return new Blob(parts, { type: as === 'csv' ? 'text/csv' : 'application/json' })
}
