/** What a spreadsheet takes for the beginning of a formula, and what we guard such cells with. */
const FORMULA = /^['=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/
const GUARD = "'"
const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$/

/** A line of a table by RFC 4180. A cell that a spreadsheet would run as a formula is guarded by an apostrophe; `unguard` takes it away. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A cell as it was before it was guarded. */
export function unguard(cell: string): string {
  return cell.startsWith(GUARD) && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? GUARD + value : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
