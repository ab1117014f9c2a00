import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import type { Session } from '../e2e/harness/session.ts'
import type { BenchContext } from './bench-context.ts'
import { rounded } from './distribution.ts'
import { lookUpRows, lookUpsIn, settledOf, type TimedLookUps, type Times, WARM_UP } from './measure-look-up.ts'
import { FEW, startRow } from './measure-start.ts'
import { withStored } from './prepare.ts'
import { mustHold, type Row } from './row.ts'

const SOME = 100_000
const MANY = 1_000_000
const LOTS = 5

/** Starts and look-ups with a million people, beside fewer in browsers of their own, by turns; only when it is asked for, since storing them takes minutes. */
export async function measureMillion(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  if (context.isLong) for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  return withStored(context, kind, MANY, (many) => withStored(context, kind, SOME, (some) => withStored(context, kind, FEW, async (few) => [
    ...await lookUpsByTurns(kind, some, many, context.samples(1000)),
    await startRow(kind, MANY, few, many, context.samples(40)),
  ])))
}

async function lookUpsByTurns(kind: BrowserKind, some: Session, many: Session, samples: number): Promise<readonly Row[]> {
  const fewer: Times[] = []
  const more: Times[] = []
  for (let lot = 0; lot < LOTS; lot += 1) {
    fewer.push(await lookUpsIn(some, WARM_UP + samples / LOTS, SOME))
    more.push(await lookUpsIn(many, WARM_UP + samples / LOTS, MANY))
  }
  return [...lookUpRows(kind, settledOf(more), MANY), ...growthRows(kind, settledOf(fewer), settledOf(more))]
}

/** The reads grow with the depth of the database's own files; what is ours must not. */
function growthRows(kind: BrowserKind, few: TimedLookUps, many: TimedLookUps): readonly Row[] {
  const times = rounded(many.inside.p50 / few.inside.p50)
  const row = (what: string, of: 'inside' | 'raw'): Row => ({ section: `look-up, ${kind}`, what: `${what}, a million against a hundred thousand people`, unit: 'ms', figure: many[of], baseline: few[of] })
  return [{ ...row('our own code', 'inside'), target: mustHold('within 2x', times <= 2) }, row('twenty bare reads', 'raw')]
}
