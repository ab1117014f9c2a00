import { isSealed, unseal } from '../features/backup/seal'
import { type CsvRecord, delimiterOf, recordsOf } from '../domain/csv'
import { decodeText } from '../features/backup/import/decode-text'
import { type ColumnKind, guessMapping, hasHeadings, rawRowOf } from '../features/backup/import/mapping'
import { readNotesJson } from '../features/backup/import/notes-json'
import { isVCard, readVCards } from '../features/backup/import/vcard'
import { isXTag, readXTag } from '../features/backup/import/xtag'
import type { FieldDefinition } from '../domain/custom-field'
import { readSettings } from '../settings/settings'
import { type Entry, nextTurn } from './plan-list'
import { Told } from '../domain/told'

/** A file as what it is. */
export type ReadFile =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'backup'; readonly file: Blob }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'table'; readonly headings: readonly string[]; readonly records: readonly CsvRecord[]; readonly mapping: readonly ColumnKind[]; readonly fields: readonly FieldDefinition[] }

const MOST_ROWS = 1_000_000
const BREATHE_AFTER = 2_000
const START = 400

/** Finds out what a file is, whatever its name, and reads it; throws a sentence where it is nothing we know. */
export async function readFile(file: Blob, passphrase: string, signal: AbortSignal): Promise<ReadFile> {
  if (await isSealed(file)) return passphrase ? { kind: 'backup', file: await unseal(file, passphrase) } : { kind: 'sealed' }
  if ((await file.slice(0, START).text()).includes('"regulars-backup"')) return { kind: 'backup', file }
  return readText(await decodeText(file), signal)
}

/** Reads a text that somebody pasted, or that a file holds. */
export async function readText(text: string, signal: AbortSignal): Promise<ReadFile> {
  if (isXTag(text)) return entriesOf(await readXTag(text))
  if (isVCard(text)) return entriesOf([...readVCards(text)])
  const start = text.slice(0, START).replace('\uFEFF', '').trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return entriesOf(readNotesJson(text.replace('\uFEFF', '')))
  return readTable(text, signal)
}

/** The entries of a table by what its columns are. */
export function entriesByMapping(records: readonly CsvRecord[], mapping: readonly ColumnKind[]): readonly Entry[] {
  return records.map((record) => ({ line: record.line, raw: rawRowOf(record, mapping) }))
}

async function readTable(text: string, signal: AbortSignal): Promise<ReadFile> {
  const records: CsvRecord[] = []
  for (const record of recordsOf(text, delimiterOf(text))) {
    records.push(record)
    if (records.length > MOST_ROWS) throw new Told('toldRows', MOST_ROWS)
    if (records.length % BREATHE_AFTER === 0) await nextTurn(signal)
  }
  const [first] = records
  if (!first) throw new Told('toldFileEmpty')
  const { fields } = await readSettings()
  const isHeaded = hasHeadings(first.cells)
  const headings = isHeaded ? first.cells : first.cells.map((_cell, index) => String(index + 1))
  return { kind: 'table', headings, records: isHeaded ? records.slice(1) : records, mapping: guessMapping(headings, fields), fields }
}

function entriesOf(rows: readonly Entry['raw'][]): ReadFile {
  return { kind: 'entries', entries: rows.map((raw) => ({ line: undefined, raw })) }
}
