import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { runInExtensionPage, storePeople } from './in-extension/run.ts'
import { mustHold, type Row } from './row.ts'
import type { Session } from '../e2e/harness/session.ts'

const FEW = 1_000
const MOST_TIMES = 1.3

/** From a question to a stopped background to its answer, with many people stored and with few: starting must not depend on how many there are. */
export async function measureStart(context: BenchContext): Promise<readonly Row[]> {
  const many = context.samples(100_000)
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(startRow(kind, many, await startsWith(context, kind, many), await startsWith(context, kind, FEW)))
  return rows
}

/** Starts with many people beside starts with few. */
export function startRow(kind: BrowserKind, many: number, figure: Distribution, baseline: Distribution): Row {
  return {
    section: `start of the background, ${kind}`,
    what: `first answer with ${many.toLocaleString('en')} people (baseline: ${FEW.toLocaleString('en')})`,
    unit: 'ms',
    figure,
    baseline,
    target: mustHold(`<= ${MOST_TIMES} times`, figure.p50 <= MOST_TIMES * baseline.p50),
  }
}

/** Starts in a fresh browser with so many people. */
export function startsWith(context: BenchContext, kind: BrowserKind, people: number = FEW): Promise<Distribution> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await storePeople(session, people)
    return startsIn(session, context.samples(40))
  })
}

/** Starts with the people who are stored already. */
export async function startsIn(session: Session, samples: number): Promise<Distribution> {
  const times: number[] = []
  for (let n = 0; n < samples + 2; n += 1) {
    await session.killBackground()
    times.push(await runInExtensionPage(session, 'askOnce'))
  }
  // The first ones read the database's files from the disk.
  return distributionOf(times.slice(2))
}
