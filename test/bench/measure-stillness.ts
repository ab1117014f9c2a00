import type { Session } from '../e2e/harness/session.ts'
import type { BenchContext } from './bench-context.ts'
import { watchStillness } from './watch-stillness.ts'
import { firstSights } from './plan-posts.ts'
import { openTimeline } from './prepare.ts'
import { mustHold, type Row } from './row.ts'

/** How far anything of X moves when an answer comes: not at all. */
export async function measureStillness(context: BenchContext, session: Session): Promise<readonly Row[]> {
  const section = `layout, ${session.kind}`
  const page = await openTimeline(session, 'extension')
  const still = await watchStillness(page, firstSights(context.samples(50), 6_000).map(({ index }) => index))
  await page.close()
  const nothing = (what: string, figure: number): Row => ({ section, what, unit: 'count', figure, target: mustHold('0', figure === 0) })
  return [
    { section, what: 'elements compared before and after an answer', unit: 'count', figure: still.compared },
    nothing('elements that moved or changed size', still.moved.length),
    nothing('cells that changed their height', still.heightChanges),
    ...(session.kind === 'chromium' ? [nothing('layout shifts of X’s elements', still.shiftsOfX), nothing('layout shifts inside our badges', still.shiftsOfBadges)] : []),
  ]
}
