import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TrustCase } from '../../test/trust/cases.ts'
import { runCommand, runNode } from '../run-command.ts'
import type { Run } from './trust-table.ts'

/** How the proofs are run. */
export interface ProofOptions {
  /** Counts in full, which takes hours; a tenth otherwise. */
  readonly isLong: boolean
  /** Takes over what passed in an earlier run that was cut short. */
  readonly isResumed: boolean
  /** One file alone, as it stands in the list of cases. */
  readonly only?: string | undefined
  /** One place alone: a browser, or "here". The other browser can run beside it. */
  readonly where?: string | undefined
}

const VITEST = 'node_modules/vitest/vitest.mjs'
const BROWSERS = ['chromium', 'firefox'] as const

/** Runs file by file whatever proves a case, and keeps what became of each: a run of hours can be cut short and taken up again. */
export async function runProofs(cases: readonly TrustCase[], { isLong, isResumed, only, where: place }: ProofOptions): Promise<readonly Run[]> {
  const kept = join('.cache', 'trust', isLong ? 'full' : 'tenth')
  if (!isResumed) rmSync(kept, { recursive: true, force: true })
  const files = [...new Set(cases.flatMap(({ proofs }) => proofs.map(([file]) => file)))]
  const runs: Run[] = []
  for (const { where, file } of files.flatMap((file) => placesOf(file).map((where) => ({ where, file })))) {
    const at = join(kept, where, `${file}.json`)
    const held = readReport(at)
    const isWanted = (only === undefined || only === file) && (place === undefined || place === where)
    const report = isWanted && !(held && isFine(held)) ? await runFile(file, where, at, isLong) : held
    if (report) runs.push({ where, report })
  }
  return runs
}

function placesOf(file: string): readonly string[] {
  return file.startsWith('e2e/') ? BROWSERS : ['here']
}

async function runFile(file: string, where: string, at: string, isLong: boolean): Promise<Run['report'] | undefined> {
  mkdirSync(dirname(at), { recursive: true })
  const inBrowser = where === 'here' ? [] : ['-c', 'vitest.e2e.config.ts']
  const env = { REGULARS_TRUST: '1', ...(where !== 'here' && { E2E_BROWSER: where }), ...(isLong && { REGULARS_LONG: '1' }) }
  await runNode([VITEST, 'run', ...inBrowser, '--reporter=json', `--outputFile=${at}`, `test/${file}`], { env, isShown: true })
  const report = readReport(at)
  if (report) writeFileSync(at, JSON.stringify({ ...report, commit: await commitNow() }))
  return readReport(at)
}

async function commitNow(): Promise<string> {
  const { isFine, output } = await runCommand('git', ['rev-parse', '--short', 'HEAD'])
  return isFine ? output.trim() : ''
}

function readReport(at: string): Run['report'] | undefined {
  return existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as Run['report']) : undefined
}

function isFine({ testResults }: Run['report']): boolean {
  return testResults.length > 0 && testResults.every(({ status, assertionResults }) => status === 'passed' && assertionResults.every((result) => result.status !== 'failed'))
}
