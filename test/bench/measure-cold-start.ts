import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { launch } from '../e2e/harness/launch.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, EXACT_CLOCKS } from './bench-context.ts'
import { distributionOf, rounded } from './distribution.ts'
import { runInExtensionPage, storePeople } from './in-extension/run.ts'
import { codeWithoutX } from './measure-spine.ts'
import { type Row, shouldHold } from './row.ts'

const MOST_MORE = 15
const PEOPLE = 1_000

/** From a question to a stopped background to its answer, for a user who never connects: with X's interface in it, and without. */
export async function measureColdStart(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(await coldStart(context, kind))
  return rows
}

async function coldStart({ practice, extensionDir, samples }: BenchContext, kind: BrowserKind): Promise<Row> {
  const bare = mkdtempSync(join(tmpdir(), 'regulars-bare-'))
  cpSync(extensionDir(kind), bare, { recursive: true })
  writeFileSync(join(bare, 'src', 'background.js'), await codeWithoutX())
  const [whole, without] = [await launch(kind, { practice, extensionDir: extensionDir(kind), extraPrefs: EXACT_CLOCKS }), await launch(kind, { practice, extensionDir: bare, extraPrefs: EXACT_CLOCKS })]
  try {
    for (const session of [whole, without]) await storePeople(session, PEOPLE)
    const [times, baselines]: [number[], number[]] = [[], []]
    // In turns, so that whatever else the machine does falls on both.
    for (let n = 0; n < samples(40) + 2; n += 1) {
      times.push(await answersAfter(whole))
      baselines.push(await answersAfter(without))
    }
    // The first ones read the database's files from the disk.
    const [figure, baseline] = [distributionOf(times.slice(2)), distributionOf(baselines.slice(2))]
    const more = rounded(figure.p50 - baseline.p50)
    return { section: `start of the background, ${kind}`, what: `first answer with X's interface in it, never connected: ${more} ms more (baseline: without it)`, unit: 'ms', figure, baseline, target: shouldHold(`<= ${MOST_MORE} ms more`, more <= MOST_MORE) }
  } finally {
    await Promise.all([whole.close(), without.close()])
    rmSync(bare, { recursive: true, force: true })
  }
}

async function answersAfter(session: Session): Promise<number> {
  await session.killBackground()
  return runInExtensionPage(session, 'askOnce')
}
