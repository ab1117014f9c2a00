import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { type Distribution, distributionOf, rounded } from './distribution.ts'
import { runInBackground, runInExtensionPage, storePeople } from './in-extension/run.ts'
import { mustHold, type Row, shouldHold } from './row.ts'

/** The first rounds are slow for reasons that a running worker does not have. */
const WARM_UP = 20
const FEW = 100_000
const MANY = 1_000_000

interface Timed {
  readonly inside: Distribution
  readonly raw: Distribution
  readonly wire: Distribution
}

/** Twenty people of a hundred thousand in one question, and of a million when asked for. */
export async function measureLookUp(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) {
    const few = await timeWith(context, kind, context.isQuick ? FEW / 10 : FEW)
    rows.push(...rowsOf(kind, few, context.isQuick ? FEW / 10 : FEW))
    if (!context.isLong) continue
    const many = await timeWith(context, kind, MANY)
    rows.push(...rowsOf(kind, many, MANY), growthRow(kind, few, many))
  }
  return rows
}

function timeWith(context: BenchContext, kind: BrowserKind, people: number): Promise<Timed> {
  return withBrowser(context, kind, 'extension', async (session) => {
    await storePeople(session, people)
    const rounds = WARM_UP + context.samples(1000)
    const settled = (times: readonly number[]): Distribution => distributionOf(times.slice(WARM_UP))
    return {
      inside: settled(await runInBackground(session, 'askInside', rounds, people)),
      raw: settled(await runInBackground(session, 'readRaw', rounds, people)),
      wire: settled(await runInExtensionPage(session, 'askOverTheWire', rounds, people)),
    }
  })
}

function rowsOf(kind: BrowserKind, { inside, raw, wire }: Timed, people: number): readonly Row[] {
  const section = `look-up of 20 of ${people.toLocaleString('en')}, ${kind}`
  return [
    { section, what: 'our own code where it runs', unit: 'ms', figure: inside, baseline: raw, target: shouldHold('p50 <= 3, p99 <= 10 ms', inside.p50 <= 3 && inside.p99 <= 10), note: 'baseline: 20 reads by handle in one transaction; ours reads by handle and by id' },
    { section, what: 'as a message and back', unit: 'ms', figure: wire, baseline: raw },
  ]
}

function growthRow(kind: BrowserKind, few: Timed, many: Timed): Row {
  const times = rounded(many.inside.p50 / few.inside.p50)
  return { section: `look-up, ${kind}`, what: 'a million against a hundred thousand people', unit: 'ms', figure: many.inside, baseline: few.inside, target: mustHold('within 2x', times <= 2) }
}
