import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, type } from 'node:os'
import { join } from 'node:path'
import { buildExtension, TARGETS } from './build-extension.ts'
import { runNode } from './run-command.ts'
import { sayDone } from './say.ts'
import { type Run, trustTable } from './trust/trust-table.ts'
import { TRUST_CASES } from '../test/trust/cases.ts'

const VITEST = 'node_modules/vitest/vitest.mjs'
const BROWSERS = ['chromium', 'firefox'] as const
const isLong = process.argv.includes('--long')
const folder = mkdtempSync(join(tmpdir(), 'regulars-trust-'))

const filesOf = (isEndToEnd: boolean): readonly string[] => [...new Set(TRUST_CASES.flatMap(({ proofs }) => proofs.map(([file]) => file)))].filter((file) => file.startsWith('e2e/') === isEndToEnd).map((file) => `test/${file}`)

/** Runs the files that prove something, and gives what became of every test in them. */
async function run(where: string, files: readonly string[], more: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  const report = join(folder, `${where}.json`)
  await runNode([VITEST, 'run', ...more, '--reporter=json', `--outputFile=${report}`, ...files], { env: { ...env, REGULARS_TRUST: '1', ...(isLong && { REGULARS_LONG: '1' }) }, isShown: true })
  return { where, report: JSON.parse(readFileSync(report, 'utf8')) as Run['report'] }
}

for (const target of TARGETS) await buildExtension(target)
const runs: Run[] = [await run('here', filesOf(false), [], {})]
for (const browser of BROWSERS) runs.push(await run(browser, filesOf(true), ['-c', 'vitest.e2e.config.ts'], { E2E_BROWSER: browser }))
rmSync(folder, { recursive: true, force: true })
const { table, broken } = trustTable(TRUST_CASES, runs)
console.log(table)
if (process.argv.includes('--write')) {
  const machine = `${new Date().toISOString().slice(0, 10)}, ${type()} ${release()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), counts ${isLong ? 'in full' : 'at a tenth'}`
  writeFileSync('docs/trust.md', `# What was tried against Regulars, and held\n\nMade by \`npm run test:trust -- --write\`: ${machine}. Each row names a case, where it ran, whether it held, and how many tests stand for it.\nThe cases are listed in test/trust/cases.ts with the tests that prove them.\n\n${table}\n`)
}
if (broken.length > 0) throw new Error(`Not held: ${broken.join(', ')}.`)
sayDone(`All ${TRUST_CASES.length} cases are held or have their reason`)
process.exit(0)
