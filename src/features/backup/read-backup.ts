import { toReply } from '../canned-replies/reply'
import { toReplyUse } from '../canned-replies/reply-use'
import { type BackupTables, checksum, type Chunk, type Counts, FORMAT, type Head, noCounts, type SavedDraft, type TableName, TABLES, tablesOf, VERSION } from './backup-file'
import { shown } from '../../domain/shown'
import { sha256 } from '../../domain/sha256'
import { toChange } from './change-shape'
import { Told, whatWent } from '../../domain/told'

type Fields = Readonly<Record<string, unknown>>
type ToRow<Row> = (value: unknown, now: number) => Row

const LONGEST_PLACE = 200
const LONGEST_DRAFT = 100_000

const TO_ROW: { readonly [Name in TableName]: ToRow<BackupTables[Name]> } = {
  journal: toChange,
  replies: toReply,
  uses: toReplyUse,
  drafts: toDraft,
  settings: toFields,
}

/**
 * The rows of a backup, every one checked. Throws a sentence that says what is wrong and in which line; since the checksum stands in the last line,
 * nothing may be done with the rows before this came to its end.
 */
export async function* readBackup(lines: AsyncIterable<string>, now: number): AsyncGenerator<Chunk, Head> {
  const sums: string[] = []
  const counts = noCounts()
  let number = 0
  let head: (Head & { readonly version: number }) | undefined
  for await (const line of lines) {
    number += 1
    if (!head) {
      head = at(number, () => toHead(line))
      sums.push(await sha256(line))
    } else if (line.startsWith(']')) {
      await checkTail(line, number, sums, counts, head.version)
      return { madeAt: head.madeAt, maker: head.maker }
    } else {
      const bare = line.endsWith(',') ? line.slice(0, -1) : line
      const chunk = at(number, () => toChunk(bare, now))
      sums.push(await sha256(bare))
      counts[chunk.table] += chunk.rows.length
      yield chunk
    }
  }
  throw head ? new Told('toldBackupCut', number) : new Told('toldFileEmpty')
}

/** Unsaved words out of anything; throws a sentence where it is none. */
export function toDraft(value: unknown): SavedDraft {
  const { place, text, at } = toFields(value)
  if (typeof place !== 'string' || place.length > LONGEST_PLACE) throw new Told('toldDraftPlace')
  if (typeof text !== 'string' || text.length > LONGEST_DRAFT || typeof at !== 'number') throw new Told('toldDraftWords')
  return { place, text, at }
}

async function checkTail(line: string, number: number, sums: readonly string[], counts: Counts, version: number): Promise<void> {
  const { counts: told, sha256: sum } = at(number, () => toFields(parse(`{"chunks":[${line}`)))
  const fields = at(number, () => toFields(told))
  const wrong = tablesOf(version).find((table) => fields[table] !== counts[table])
  if (wrong) throw new Told('toldLine', number, new Told('toldBackupCounts', shown(fields[wrong]), wrong, counts[wrong]))
  if (sum !== (await checksum(sums, counts, version))) throw new Told('toldLine', number, new Told('toldBackupChanged'))
}

function toHead(line: string): Head & { readonly version: number } {
  const { format, version, madeAt, maker } = toFields(parse(line.endsWith('[') ? `${line}]}` : line))
  if (format !== FORMAT) throw new Told('toldNoBackup')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw new Told('toldBackupVersion', shown(version))
  if (version > VERSION) throw new Told('toldBackupNewer', version, VERSION)
  if (typeof madeAt !== 'string' || Number.isNaN(Date.parse(madeAt))) throw new Told('toldBackupUndated')
  return { version, madeAt, maker: typeof maker === 'string' ? maker.slice(0, 40) : '' }
}

function toChunk(line: string, now: number): Chunk {
  const { table, rows } = toFields(parse(line))
  const name = TABLES.find((name) => name === table)
  if (!name) throw new Told('toldBackupTable', shown(table))
  if (!Array.isArray(rows)) throw new Told('toldBackupRows', name)
  return { table: name, rows: rows.map((row, index) => toRow(name, row, index, now)) } as Chunk
}

function toRow(table: TableName, row: unknown, index: number, now: number): BackupTables[TableName] {
  try {
    return TO_ROW[table](row, now)
  } catch (error) {
    throw new Told('toldBackupRow', index + 1, table, whatWent(error))
  }
}

function at<Result>(line: number, run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw new Told('toldLine', line, whatWent(error))
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Told('toldBackupJson')
  }
}

function toFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Told('toldNoObject')
  if (Object.hasOwn(value, '__proto__')) throw new Told('toldProto')
  return value as Fields
}
