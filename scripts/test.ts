import { ensureBrowsers } from './browser/ensure-browsers.ts'
import type { Step } from './checks/step.ts'
import { STEPS } from './checks/steps.ts'
import { sayDone, secondsSince } from './say.ts'

async function runStep(step: Step, place: string): Promise<void> {
  const start = Date.now()
  console.log(`\n── ${place} ${step.name} ──`)
  try {
    await step.run()
  } catch (error) {
    throw new Error(`Step ${place} failed after ${secondsSince(start)}: ${step.name}: ${(error as Error).message} (alone: ${step.alone}).`, { cause: error })
  }
  sayDone(`${step.name} (${secondsSince(start)})`)
}

const start = Date.now()
if (process.argv.includes('--long')) process.env.REGULARS_LONG = '1'
await ensureBrowsers(['chromium', 'firefox'])
for (const [index, step] of STEPS.entries()) await runStep(step, `${index + 1}/${STEPS.length}`)
sayDone(`All ${STEPS.length} steps hold (${secondsSince(start)})`)
process.exit(0)
