import type { FieldDefinition } from '../domain/custom-field'
import { keyOf } from '../domain/handle'
import { noteOf } from '../domain/person'
import { reasonOf } from '../contract/reason-of'
import { valuesOf } from '../features/backup/import/field-value'
import { type ImportRow, joinRows, type RawRow, toImportRow } from '../features/backup/import-row'
import type { PlannedRow } from '../features/backup/planned-row'
import { openStore } from '../store/open-store'

/** What taking a list in would do. */
export interface ListPlan {
  readonly kind: 'list'
  readonly rows: readonly PlannedRow[]
  /** What each row brings; undefined for those refused. */
  readonly brings: readonly (ImportRow | undefined)[]
}

/** An entry of a list, and the line it stands in. */
export interface Entry {
  readonly line: number | undefined
  readonly raw: RawRow
}

const AT_ONCE = 1_000
const LONGEST_WHAT = 120
const LONGEST_WHO = 60

/** Checks every entry of a list and compares it with who is here, a thousand at a time: the page stays awake. */
export async function planList(entries: readonly Entry[], told: (done: number, of: number) => void, signal: AbortSignal, fields: readonly FieldDefinition[] = []): Promise<ListPlan> {
  const toValue = valuesOf(fields)
  const good = new Map<string, { readonly line: number | undefined; readonly row: ImportRow }>()
  const refused: PlannedRow[] = []
  for (const [index, { line, raw }] of entries.entries()) {
    if (index % AT_ONCE === 0) await nextTurn(signal)
    try {
      const row = toImportRow(raw, toValue)
      const held = good.get(keyOf(row.handle))
      good.set(keyOf(row.handle), held ? { line: held.line, row: joinRows([held.row, row])[0] ?? row } : { line, row })
    } catch (error) {
      refused.push({ line, who: typeof raw.handle === 'string' ? raw.handle.slice(0, LONGEST_WHO) : '–', what: '', state: 'refused', reason: reasonOf(error) })
    }
  }
  const all = [...good.values()]
  const rows: PlannedRow[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await nextTurn(signal)
    rows.push(...(await compare(all.slice(from, from + AT_ONCE))))
    told(rows.length, all.length)
  }
  return { kind: 'list', rows: [...rows, ...refused], brings: [...all.map(({ row }) => row), ...refused.map(() => undefined)] }
}

async function compare(all: readonly { readonly line: number | undefined; readonly row: ImportRow }[]): Promise<readonly PlannedRow[]> {
  const transaction = (await openStore()).transaction(['people', 'notes'], 'readonly')
  const people = transaction.objectStore('people')
  const notes = transaction.objectStore('notes').index('person')
  return Promise.all(
    all.map(async ({ line, row }): Promise<PlannedRow> => {
      const planned = { line, who: `@${row.handle}`, what: [...row.tags.map((tag) => `#${tag}`), ...(row.fields ?? []).map(({ name, value }) => `${name}: ${value}`), ...row.notes].join(' · ').slice(0, LONGEST_WHAT) }
      const held = (row.xId && (await people.index('xId').get(row.xId))) ?? (await people.index('key').get(keyOf(row.handle)))
      if (!held) return { ...planned, state: 'new' }
      const texts = row.notes.length === 0 ? [] : (await notes.getAll(held.id)).map((note) => noteOf(note)?.text)
      const isSame = row.tags.every((tag) => held.fields[`tag:${tag}`]?.[0] === true) && (row.fields ?? []).every(({ name, value }) => held.fields[`field:${name}`]?.[0] === value) && row.notes.every((text) => texts.includes(text)) && (!row.xId || held.xId === row.xId)
      return { ...planned, state: isSame ? 'same' : 'changed' }
    }),
  )
}

/** Lets the page breathe. */
export async function nextTurn(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise((resolve) => setTimeout(resolve))
}
