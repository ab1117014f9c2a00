import { writeFileSync } from 'node:fs'
import { cpus, release, type } from 'node:os'
import { buildExtension, TARGETS } from './build-extension.ts'
import { sayDone } from './say.ts'
import { runProofs } from './trust/run-proofs.ts'
import { trustTable } from './trust/trust-table.ts'
import { TRUST_CASES } from '../test/trust/cases.ts'

const { argv } = process
const isLong = argv.includes('--long')
const isResumed = argv.includes('--resume')
const valueOf = (name: string): string | undefined => argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

// What an earlier run found is only worth something for the build that it found it with.
if (!isResumed) for (const target of TARGETS) await buildExtension(target)
const runs = await runProofs(TRUST_CASES, { isLong, isResumed, only: valueOf('only'), where: valueOf('where') })
const { table, broken, notRun } = trustTable(TRUST_CASES, runs)
console.log(table)
if (argv.includes('--write')) {
  const machine = `${type()} ${release()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`
  const head = `Made by \`npm run test:trust -- ${isLong ? '--long ' : ''}--write\`, ${new Date().toISOString().slice(0, 10)}, ${machine}, counts ${isLong ? 'in full' : 'at a tenth'}.${notRun > 0 ? ` ${notRun} of ${TRUST_CASES.length} cases were not run.` : ''}`
  writeFileSync('docs/trust.md', `# What was tried against Regulars, and what became of it\n\n${head}\nEach row names a case of abuse (a number) or of reliability (R), where it ran, whether it held, what was measured, how many tests stand for it, and the day and commit of the oldest of them.\nThe cases and the tests that prove them are in \`test/trust/cases.ts\`.\n\n${table}\n`)
}
if (broken.length > 0) throw new Error(`Not held: ${broken.join(', ')}.`)
sayDone(notRun > 0 ? `What was run is held; ${notRun} of ${TRUST_CASES.length} cases were not run` : `All ${TRUST_CASES.length} cases are held or have their reason`)
process.exit(0)
