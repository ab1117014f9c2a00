import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import type { BenchContext } from './bench-context.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { runInBackground, runInExtensionPage } from './in-extension/run.ts'
import { withStored } from './prepare.ts'
import { type Row, shouldHold } from './row.ts'
import type { Session } from '../e2e/harness/session.ts'

/** The first rounds are slow for reasons that a running worker does not have. */
export const WARM_UP = 20
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
  for (const kind of context.kinds) {
    const times = await withStored(context, kind, people, (session) => lookUpsIn(session, WARM_UP + context.samples(1000), people))
    rows.push(...lookUpRows(kind, settledOf([times]), people))
  }
  return rows
}

/** How long each round took, ms. */
export interface Times {
  readonly inside: readonly number[]
  readonly raw: readonly number[]
  readonly wire: readonly number[]
}

/** Times look-ups among people who are stored already. */
export async function lookUpsIn(session: Session, rounds: number, people: number): Promise<Times> {
  return {
    inside: await runInBackground(session, 'askInside', rounds, people),
    raw: await runInBackground(session, 'readRaw', rounds, people),
    wire: await runInExtensionPage(session, 'askOverTheWire', rounds, people),
  }
}

/** One distribution of several lots; the first rounds of each are left out. */
export function settledOf(lots: readonly Times[]): TimedLookUps {
  const settled = (of: keyof Times): Distribution => distributionOf(lots.flatMap((lot) => lot[of].slice(WARM_UP)))
  return { inside: settled('inside'), raw: settled('raw'), wire: settled('wire') }
}

/** What look-ups say in the table. */
export function lookUpRows(kind: BrowserKind, { inside, raw, wire }: TimedLookUps, people: number): readonly Row[] {
  const section = `look-up of 20 of ${people.toLocaleString('en')}, ${kind}`
  return [
    { section, what: 'our own code where it runs', unit: 'ms', figure: inside, baseline: raw, target: shouldHold('p50 <= 3, p99 <= 10 ms', inside.p50 <= 3 && inside.p99 <= 10), note: 'baseline: 20 reads by handle in one transaction; ours reads by handle and by id' },
    { section, what: 'as a message and back', unit: 'ms', figure: wire, baseline: raw },
  ]
}
