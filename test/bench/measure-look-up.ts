import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { runInBackground, runInExtensionPage, storePeople } from './in-extension/run.ts'
import { type Row, shouldHold } from './row.ts'
import type { Session } from '../e2e/harness/session.ts'

/** The first rounds are slow for reasons that a running worker does not have. */
const WARM_UP = 20
const PEOPLE = 100_000

/** A look-up where it runs, the bare reads that it needs, and as a message and back. */
export interface TimedLookUps {
  readonly inside: Distribution
  readonly raw: Distribution
  readonly wire: Distribution
}

/** Twenty people of a hundred thousand in one question. */
export async function measureLookUp(context: BenchContext): Promise<readonly Row[]> {
  const people = context.isQuick ? PEOPLE / 10 : PEOPLE
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(...lookUpRows(kind, await timeLookUps(context, kind, people), people))
  return rows
}

/** Look-ups in a fresh browser with so many people. */
export function timeLookUps(context: BenchContext, kind: BrowserKind, people: number): Promise<TimedLookUps> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await storePeople(session, people)
    return timeLookUpsIn(session, context.samples(1000), people)
  })
}

/** Look-ups among people who are stored already. */
export async function timeLookUpsIn(session: Session, samples: number, people: number): Promise<TimedLookUps> {
  const rounds = WARM_UP + samples
  const settled = (times: readonly number[]): Distribution => distributionOf(times.slice(WARM_UP))
  return {
    inside: settled(await runInBackground(session, 'askInside', rounds, people)),
    raw: settled(await runInBackground(session, 'readRaw', rounds, people)),
    wire: settled(await runInExtensionPage(session, 'askOverTheWire', rounds, people)),
  }
}

/** What look-ups say in the table. */
export function lookUpRows(kind: BrowserKind, { inside, raw, wire }: TimedLookUps, people: number): readonly Row[] {
  const section = `look-up of 20 of ${people.toLocaleString('en')}, ${kind}`
  return [
    { section, what: 'our own code where it runs', unit: 'ms', figure: inside, baseline: raw, target: shouldHold('p50 <= 3, p99 <= 10 ms', inside.p50 <= 3 && inside.p99 <= 10), note: 'baseline: 20 reads by handle in one transaction; ours reads by handle and by id' },
    { section, what: 'as a message and back', unit: 'ms', figure: wire, baseline: raw },
  ]
}
