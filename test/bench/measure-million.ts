import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { sayStep, secondsSince } from '../../scripts/say.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { rounded } from './distribution.ts'
import { storePeople } from './in-extension/run.ts'
import { lookUpRows, timeLookUps, timeLookUpsIn, type TimedLookUps } from './measure-look-up.ts'
import { startRow, startsIn, startsWith } from './measure-start.ts'
import { mustHold, type Row } from './row.ts'

const FEW = 100_000
const MANY = 1_000_000

/** Starts and look-ups with a million people, in one browser, since storing them takes minutes; only when it is asked for. */
export async function measureMillion(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  if (context.isLong) for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

async function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  const fewStarts = await startsWith(context, kind)
  const few = await timeLookUps(context, kind, FEW)
  return withBrowser(context, kind, 'extension', async (session) => {
    const start = Date.now()
    await storePeople(session, MANY)
    sayStep(`A million people are stored (${secondsSince(start)})`)
    const many = await timeLookUpsIn(session, context.samples(1000), MANY)
    const starts = await startsIn(session, context.samples(40))
    return [...lookUpRows(kind, many, MANY), ...growthRows(kind, few, many), startRow(kind, MANY, starts, fewStarts)]
  })
}

/** The reads grow with the depth of the database's own files; what is ours must not. */
function growthRows(kind: BrowserKind, few: TimedLookUps, many: TimedLookUps): readonly Row[] {
  const times = rounded(many.inside.p50 / few.inside.p50)
  const row = (what: string, of: 'inside' | 'raw'): Row => ({ section: `look-up, ${kind}`, what: `${what}, a million against a hundred thousand people`, unit: 'ms', figure: many[of], baseline: few[of] })
  return [{ ...row('our own code', 'inside'), target: mustHold('within 2x', times <= 2) }, row('twenty bare reads', 'raw')]
}
