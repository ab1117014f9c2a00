import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import type { BenchContext } from './bench-context.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { runInExtensionPage } from './in-extension/run.ts'
import { withStored } from './prepare.ts'
import { mustHold, type Row } from './row.ts'
import type { Session } from '../e2e/harness/session.ts'

/** Whoever has so few people waits for nothing but the start itself. */
export const FEW = 1_000
const MOST_TIMES = 1.3

/** From a question to a stopped background to its answer, with many people stored and with few: starting must not depend on how many there are. */
export async function measureStart(context: BenchContext): Promise<readonly Row[]> {
  const people = context.samples(100_000)
  const rows: Row[] = []
  for (const kind of context.kinds) {
    rows.push(await withStored(context, kind, FEW, (few) => withStored(context, kind, people, (many) => startRow(kind, people, few, many, context.samples(40)))))
  }
  return rows
}

/** Starts in a browser with many people and in one with few, by turns: a machine that others use too slows both alike. */
export async function startRow(kind: BrowserKind, people: number, few: Session, many: Session, samples: number): Promise<Row> {
  const times = { few: [] as number[], many: [] as number[] }
  for (let n = 0; n < samples + 2; n += 1) {
    times.few.push(await start(few))
    times.many.push(await start(many))
  }
  // The first ones read the database's files from the disk.
  const [baseline, figure] = [times.few, times.many].map((all) => distributionOf(all.slice(2))) as [Distribution, Distribution]
  return {
    section: `start of the background, ${kind}`,
    what: `first answer with ${people.toLocaleString('en')} people (baseline: ${FEW.toLocaleString('en')}, by turns)`,
    unit: 'ms',
    figure,
    baseline,
    target: mustHold(`<= ${MOST_TIMES} times`, figure.p50 <= MOST_TIMES * baseline.p50),
  }
}

async function start(session: Session): Promise<number> {
  await session.killBackground()
  return runInExtensionPage(session, 'askOnce')
}
