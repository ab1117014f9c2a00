import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand, runNode } from './run-command.ts'
import { sayDone } from './say.ts'

// Makes both zips in two fresh clones of what is committed, and compares them byte by byte. --offline takes the packages that are installed here.
const root = join(import.meta.dirname, '..')

async function must(what: string, running: ReturnType<typeof runCommand>): Promise<void> {
  const { isFine, output } = await running
  if (!isFine) throw new Error(`${what} failed: ${output.slice(-2_000)}`)
}

/** The zips of a clone by name, each with the hash of its bytes. */
async function zipsOfClone(): Promise<Readonly<Record<string, string>>> {
  const clone = mkdtempSync(join(tmpdir(), 'regulars-clone-'))
  const before = process.cwd()
  try {
    await must('git clone', runCommand('git', ['clone', '--quiet', root, clone]))
    if (process.argv.includes('--offline')) cpSync(join(root, 'node_modules'), join(clone, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    process.chdir(clone)
    // Whatever else it checks is for that command to say: here only its zips count.
    const { output } = await runNode(['scripts/enter.mjs', 'scripts/package.ts'])
    const folder = join(clone, 'packages')
    if (!existsSync(folder)) throw new Error(`No zips were made: ${output.slice(-2_000)}`)
    return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]))
  } finally {
    process.chdir(before)
    rmSync(clone, { recursive: true, force: true, maxRetries: 5 })
  }
}

const [one, other] = [await zipsOfClone(), await zipsOfClone()]
for (const [name, hash] of Object.entries(one)) {
  if (other[name] !== hash) throw new Error(`${name} differs between two clones: ${hash} and ${other[name]}.`)
  sayDone(`${name}: ${hash} in both clones`)
}
process.exit(0)
