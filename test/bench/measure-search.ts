import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { until } from '../../scripts/browser/until.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { distributionOf } from './distribution.ts'
import { runInExtensionPage } from './in-extension/run.ts'
import type { TimedSearch } from './in-extension/search-many.ts'
import { type Row, shouldHold } from './row.ts'

const PEOPLE = 100_000
const PART = 10_000
/** How long indexing everybody anew may take, in ms. */
const INDEXING = 900_000

/** Searches among a hundred thousand people with three hundred thousand notes and posts. */
export async function measureSearch(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  const people = context.isQuick ? PEOPLE / 10 : PEOPLE
  return withBrowser(context, kind, 'extension', async (session) => {
    // A part at a time: a browser answers within three minutes or not at all.
    for (let n = 0; n < people; n += PART) await runInExtensionPage(session, 'seedPeople', n, n + PART)
    for (let n = 0; n < people; n += PART) await runInExtensionPage(session, 'seedSaid', n, n + PART)
    await runInExtensionPage(session, 'searchMany', 2, people)
    const searched = await runInExtensionPage(session, 'searchMany', context.samples(30), people)
    const stopped: number[] = []
    for (let n = 0; n < context.samples(30); n += 1) {
      await session.killBackground()
      stopped.push((await runInExtensionPage(session, 'searchOnce', n, people)).ms)
    }
    const indexing = await indexAnew(session)
    const section = `search in ${people.toLocaleString('en')} people, ${kind}`
    return [
      rowOf(section, 'all sorts, in a page of ours', searched.map(({ ms }) => ms), 50),
      rowOf(section, 'a first name, in a new page, background stopped', stopped, 150),
      { section, what: 'everybody indexed anew, as after an update', unit: 's', figure: Math.round(indexing / 10) / 100 },
      ...sortsOf(searched).map(([sort, timed]) => rowOf(section, `${sort} (${hitsOf(timed)} found)`, timed.map(({ ms }) => ms), 50)),
    ]
  })
}

/** How long the background takes to find everybody's words again, in ms. */
async function indexAnew(session: Session): Promise<number> {
  const began = Date.now()
  await runInExtensionPage(session, 'forgetIndex')
  await until(() => runInExtensionPage(session, 'indexOn'), () => 'The words of the stored people were never found again.', INDEXING)
  return Date.now() - began
}

function sortsOf(timed: readonly TimedSearch[]): readonly (readonly [string, readonly TimedSearch[]])[] {
  return [...new Set(timed.map(({ sort }) => sort))].map((sort) => [sort, timed.filter((one) => one.sort === sort)])
}

function rowOf(section: string, what: string, times: readonly number[], limit: number): Row {
  const figure = distributionOf(times)
  return { section, what, unit: 'ms', figure, target: shouldHold(`p95 <= ${limit} ms`, figure.p95 <= limit) }
}

function hitsOf(timed: readonly TimedSearch[]): number {
  return distributionOf(timed.map(({ hits }) => hits)).p50
}
