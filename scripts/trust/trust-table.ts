import type { TrustCase } from '../../test/trust/cases.ts'

/** What became of one test, and what it measured. */
interface Result {
  readonly fullName: string
  readonly status: string
  readonly duration?: number | null
  readonly meta?: { readonly figure?: string }
}

/** What one run of tests reported. */
export interface Run {
  /** A browser, or "here" for tests without one. */
  readonly where: string
  readonly report: {
    readonly testResults: readonly FileResult[]
    /** Of what was built and tried. */
    readonly commit?: string
  }
}

interface FileResult {
  readonly name: string
  readonly status: string
  /** Ms since 1970. */
  readonly startTime: number
  readonly assertionResults: readonly Result[]
  readonly commit?: string | undefined
}

interface Line {
  readonly where: string
  readonly held: 'yes' | 'no' | 'skipped' | 'not run'
  readonly figure: string
  readonly seen: string
}

/** The table of all cases, those that did not hold, and how many were not tried at all. */
export function trustTable(cases: readonly TrustCase[], runs: readonly Run[]): { readonly table: string; readonly broken: readonly string[]; readonly notRun: number } {
  const rows = cases.flatMap((one) => rowsOf(one, runs).map((line) => ({ one, line })))
  const lines = rows.map(({ one, line }) => `| ${one.id} | ${one.what} | ${line.where} | ${line.held} | ${line.figure} | ${line.seen} |`)
  const reasons = cases.flatMap(({ id, why }) => (why ? [`- **${id}**: ${why}`] : []))
  return {
    table: ['| case | what is tried | where | held | figure | seen |', '|---|---|---|---|---|---|', ...lines, '', '## Reasons', '', ...reasons].join('\n'),
    broken: rows.filter(({ line }) => line.held === 'no').map(({ one, line }) => `${one.id} (${line.where})`),
    notRun: rows.filter(({ line }) => line.held === 'not run').length,
  }
}

function rowsOf(one: TrustCase, runs: readonly Run[]): readonly Line[] {
  if (one.proofs.length === 0) return [{ where: '–', held: 'skipped', figure: 'see reasons', seen: '' }]
  const lines = placesIn(runs).flatMap(({ where, report }): readonly Line[] => {
    const files = one.proofs.filter(([file]) => report.testResults.some(({ name }) => name.endsWith(`test/${file}`)))
    if (files.length === 0) return []
    const results = files.flatMap(([file, words]) => report.testResults.filter(({ name }) => name.endsWith(`test/${file}`)).flatMap(({ assertionResults }) => assertionResults.filter(({ fullName }) => fullName.includes(plain(words)))))
    const ran = results.filter(({ status }) => status === 'passed' || status === 'failed')
    const failed = ran.filter(({ status }) => status === 'failed').length
    const seconds = ran.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1_000
    const held = failed > 0 || results.length === 0 ? 'no' : ran.length === 0 ? 'skipped' : 'yes'
    return [{ where, held, figure: [...new Set(ran.flatMap(({ meta }) => meta?.figure ?? [])), `${ran.length - failed}/${ran.length} tests in ${seconds.toFixed(1)} s`].join('; '), seen: oldestOf(report.testResults.filter(({ name }) => files.some(([file]) => name.endsWith(`test/${file}`)))) }]
  })
  return lines.length > 0 ? lines : [{ where: '–', held: 'not run', figure: '', seen: '' }]
}

/** Day and commit of the oldest of these. */
function oldestOf(results: readonly FileResult[]): string {
  const [oldest] = [...results].sort((one, other) => one.startTime - other.startTime)
  return oldest ? [new Date(oldest.startTime).toISOString().slice(0, 10), oldest.commit].filter(Boolean).join(' ') : ''
}

/** One run for each place, whatever was run apart. */
function placesIn(runs: readonly Run[]): readonly Run[] {
  return [...new Set(runs.map(({ where }) => where))].map((where) => ({ where, report: { testResults: runs.filter((run) => run.where === where).flatMap(resultsOf) } }))
}

function resultsOf({ report: { testResults, commit } }: Run): readonly FileResult[] {
  return testResults.map((result) => ({ ...result, commit }))
}

/** The words up to a place that is filled in when the test runs. */
function plain(words: string): string {
  return words.split(/%[a-z]|\$\{/)[0] ?? words
}
