import { buildExtension, TARGETS } from '../build-extension.ts'
import { runNode } from '../run-command.ts'
import { inLanes, type Job } from './in-lanes.ts'
import { lintAddon } from './lint-addon.ts'
import type { Step } from './step.ts'

/** Of one command, ms. */
const LONGEST = 15 * 60_000

function command(name: string, alone: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Step {
  const run = async (): Promise<void> => {
    const { isFine, hasTimedOut } = await runNode(args, { isShown: true, env, timeout: LONGEST })
    if (hasTimedOut) throw new Error(`it did not end within ${LONGEST / 60_000} minutes`)
    if (!isFine) throw new Error('the lines above say what')
  }
  return { name, alone, run }
}

const VITEST = 'node_modules/vitest/vitest.mjs'

/** What waits for the browser's alarms, which a Chromium beside another browser rings late: these have the machine to themselves. */
const RUNG = ['automatic-backup', 'crm', 'nothing-is-lost', 'x-account', 'x-archive'].map((name) => `test/e2e/${name}.test.ts`)

const endToEnd = (browser: string, what: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Step =>
  command(`end to end in ${browser}, ${what}`, `E2E_BROWSER=${browser} npm run test:e2e`, [VITEST, 'run', '-c', 'vitest.e2e.config.ts', ...args], { E2E_BROWSER: browser, ...env })

/** A browser's tests in so many pieces, each with a folder for temporary files of its own: downloads of one are not another's. */
const pieces = (browser: string, count: number, args: readonly string[] = []): Job[] =>
  Array.from({ length: count }, (_, at) => {
    const what = `${at + 1}/${count}`
    const step = (folder: string): Step => endToEnd(browser, what, [`--shard=${what}`, ...args], { TMPDIR: folder })
    const { name, alone } = step('')
    return { name, alone, run: (folder) => step(folder).run() }
  })

const CHROMIUM = pieces('chromium', 4, RUNG.map((file) => `--exclude=${file}`))
const FIREFOX = pieces('firefox', 5)
/** By turns, so that mostly two different browsers share the machine: each alone leaves a core idle for a third of its time. */
const BY_TURNS = FIREFOX.flatMap((job, at) => [job].concat(CHROMIUM[at] ?? []))

/** Every check in the order that finds the cheap faults first. */
export const STEPS: readonly Step[] = [
  command('types', 'npm run types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  command('lint', 'npm run lint', ['node_modules/oxlint/bin/oxlint', '--type-aware']),
  command('unit, property and wall tests', 'npm run test:unit', [VITEST, 'run']),
  { name: 'build', alone: 'npm run build', run: async () => { for (const target of TARGETS) await buildExtension(target) } },
  endToEnd('chromium', 'what alarms ring for', RUNG),
  inLanes('end to end in both browsers', 'npm run test:e2e', 2, BY_TURNS),
  { name: 'add-on lint', alone: 'npm run package', run: async () => { console.log(await lintAddon()) } },
]
