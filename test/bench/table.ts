import { type Figure, ratioOf, type Row } from './row.ts'

const HEAD = ['what', 'unit', 'n', 'p50', 'p95', 'p99', 'max', 'baseline p50 / p95', 'ratio', 'target', ''] as const

function cellsOf(row: Row): readonly string[] {
  const { target } = row
  const verdict = target === undefined ? '' : target.isMet ? '✓' : target.decides ? '✗' : '(✗)'
  return [`${row.section}: ${row.what}`, row.unit, ...spread(row.figure), baselineOf(row.baseline), textOf(ratioOf(row)), target?.limit ?? '', verdict]
}

function spread(figure: Figure): readonly string[] {
  if (typeof figure === 'number') return ['', textOf(figure), '', '', '']
  return [figure.n, figure.p50, figure.p95, figure.p99, figure.max].map(textOf)
}

function baselineOf(baseline: Figure | undefined): string {
  if (baseline === undefined || typeof baseline === 'number') return textOf(baseline)
  return `${textOf(baseline.p50)} / ${textOf(baseline.p95)}`
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(4)))
}

/** The rows as one table for a terminal; (✗) is a time that was missed and does not decide. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  const pad = (cells: readonly string[]): string => cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  return lines.map(pad).join('\n')
}
