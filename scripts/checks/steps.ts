import { buildExtension, TARGETS } from '../build-extension.ts'
import { runNode } from '../run-command.ts'
import { lintAddon } from './lint-addon.ts'

/** One thing that must hold; `run` throws when it does not. */
export interface Step {
  readonly name: string
  /** How to run it alone. */
  readonly alone: string
  readonly run: () => Promise<void>
}

/** Of one step, ms; two browsers beside each other are one, and may take less than one after the other could. */
const LONGEST = 24 * 60_000

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

const endToEnd = (browser: string, what = '', files: readonly string[] = []): Step =>
  command(`end to end in ${browser}${what}`, `E2E_BROWSER=${browser} npm run test:e2e`, [VITEST, 'run', '-c', 'vitest.e2e.config.ts', ...files], { E2E_BROWSER: browser })

/** Two steps at the same time: each browser's tests leave a core idle for a third of theirs. Both are run to their end, so that every fault is told. */
function sideBySide(one: Step, other: Step): Step {
  const run = async (): Promise<void> => {
    const ended = await Promise.allSettled([one, other].map(async ({ name, alone, run }) => {
      try {
        await run()
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message} (alone: ${alone})`, { cause: error })
      }
    }))
    const failed = ended.flatMap((end) => (end.status === 'rejected' ? [(end.reason as Error).message] : []))
    if (failed.length > 0) throw new Error(failed.join('; '))
  }
  return { name: `${one.name}, ${other.name}`, alone: 'npm run test:e2e', run }
}

/** Every check in the order that finds the cheap faults first. */
export const STEPS: readonly Step[] = [
  command('types', 'npm run types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  command('lint', 'npm run lint', ['node_modules/oxlint/bin/oxlint', '--type-aware']),
  command('unit, property and wall tests', 'npm run test:unit', [VITEST, 'run']),
  { name: 'build', alone: 'npm run build', run: async () => { for (const target of TARGETS) await buildExtension(target) } },
  endToEnd('chromium', ', what alarms ring for', RUNG),
  sideBySide(endToEnd('chromium', ', the rest', RUNG.map((file) => `--exclude=${file}`)), endToEnd('firefox')),
  { name: 'add-on lint', alone: 'npm run package', run: async () => { console.log(await lintAddon()) } },
]
