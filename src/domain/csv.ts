import { shown } from './shown'
import { Told } from './told'

/** One record of a table, with the line it begins in. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** The most columns of a table, and the longest cell, that are read. */
export const MOST_COLUMNS = 1_000
const LONGEST_CELL = 100_000
const QUOTE = 34
const DELIMITERS = [',', ';', '\t', '|']

/**
 * The records of a text by RFC 4180, one at a time and in time that grows with the length of the text alone. A quote inside a cell that did not begin
 * with one is itself. Throws a sentence where a quote is never closed or a table has too many columns.
 */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  const sheet = { text, delimiter, at: text.startsWith('\uFEFF') ? 1 : 0, line: 1 }
  while (sheet.at < text.length) {
    const { line } = sheet
    const isEmpty = text[sheet.at] === '\n' || text[sheet.at] === '\r'
    const cells = isEmpty ? [] : cellsOf(sheet)
    endLine(sheet)
    if (!isEmpty) yield { line, cells }
  }
}

function cellsOf(sheet: Sheet): readonly string[] {
  const cells: string[] = []
  for (;;) {
    cells.push(sheet.text[sheet.at] === '"' ? quoted(sheet) : plain(sheet))
    if (cells.length > MOST_COLUMNS) throw new Told('toldColumns', sheet.line, MOST_COLUMNS)
    if (sheet.text[sheet.at] !== sheet.delimiter) return cells
    sheet.at += 1
  }
}

/** The delimiter that a table seems to use: the one that its first line holds most often outside of quotes. */
export function delimiterOf(text: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let inQuotes = false
  for (let at = 0; at < Math.min(text.length, 10_000); at += 1) {
    const letter = text.charAt(at)
    if (letter === '"') inQuotes = !inQuotes
    else if (!inQuotes && (letter === '\n' || letter === '\r')) break
    else if (!inQuotes && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most && most[1] > 0 ? most[0] : ','
}

interface Sheet {
  readonly text: string
  readonly delimiter: string
  at: number
  line: number
}

function plain(sheet: Sheet): string {
  const { text, delimiter } = sheet
  const from = sheet.at
  while (sheet.at < text.length && text[sheet.at] !== delimiter && text[sheet.at] !== '\n' && text[sheet.at] !== '\r') sheet.at += 1
  return bounded(text.slice(from, sheet.at), sheet.line)
}

function quoted(sheet: Sheet): string {
  const { text, line } = sheet
  const end = closingQuote(text, sheet.at + 1)
  if (end < 0) throw new Told('toldQuote', line, shown(text.slice(sheet.at, sheet.at + 80)))
  const cell = bounded(text.slice(sheet.at + 1, end), line).replaceAll('""', '"')
  sheet.line += linesIn(cell)
  sheet.at = end + 1
  // What follows a closing quote belongs to the cell as it stands, as spreadsheets read it.
  return cell + plain(sheet)
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== QUOTE) continue
    if (text.charCodeAt(at + 1) !== QUOTE) return at
    at += 1
  }
  return -1
}

function endLine(sheet: Sheet): void {
  if (sheet.text[sheet.at] === '\r') sheet.at += 1
  if (sheet.text[sheet.at] === '\n') sheet.at += 1
  sheet.line += 1
}

function linesIn(cell: string): number {
  let lines = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1
  return lines
}

function bounded(cell: string, line: number): string {
  if (cell.length > LONGEST_CELL) throw new Told('toldCell', line, LONGEST_CELL)
  return cell
}
