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

const endToEnd = (browser: string): Step =>
  command(`end to end in ${browser}`, `E2E_BROWSER=${browser} npm run test:e2e`, [VITEST, 'run', '-c', 'vitest.e2e.config.ts'], { E2E_BROWSER: browser })

/** Every check in the order that finds the cheap faults first. */
export const STEPS: readonly Step[] = [
  command('types', 'npm run types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  command('lint', 'npm run lint', ['node_modules/oxlint/bin/oxlint', '--type-aware']),
  command('unit, property and wall tests', 'npm run test:unit', [VITEST, 'run']),
  { name: 'build', alone: 'npm run build', run: async () => { for (const target of TARGETS) await buildExtension(target) } },
  endToEnd('chromium'),
  endToEnd('firefox'),
  { name: 'add-on lint', alone: 'npm run package', run: async () => { console.log(await lintAddon()) } },
]
