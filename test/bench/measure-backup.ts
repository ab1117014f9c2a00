import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { openBackupPage } from '../e2e/harness/backup-page.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, withBrowser } from './bench-context.ts'
import { distributionOf } from './distribution.ts'
import { runInExtensionPage } from './in-extension/run.ts'
import { listedRow } from './listed-row.ts'
import { mustHold, type Row, shouldHold } from './row.ts'

const PEOPLE = 100_000
/** One call into a page may take three minutes: restoring is measured with fewer. */
const RESTORED = 20_000
const PARTS = 10_000
/** How many times what the bare rows cost an import may cost. */
const MOST_TIMES_RAW = 4
const LONGEST = 600_000

/** Importing a hundred thousand people through the page, exporting them, backing up and restoring. */
export async function measureBackup(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

async function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  const people = context.samples(PEOPLE)
  const imported = await withBrowser(context, kind, 'extension', async (session) => ({ ...await importThroughPage(session, people), csv: await runInExtensionPage(session, 'exportAll') }))
  const parts = await withBrowser(context, kind, 'extension', async (session) => ({
    raw: distributionOf(await runInExtensionPage(session, 'writeRawRows', context.samples(PARTS))),
    ours: distributionOf(await runInExtensionPage(session, 'importOverTheWire', context.samples(PARTS))),
  }))
  const restored = await withBrowser(context, kind, 'extension', async (session) => {
    await runInExtensionPage(session, 'importOverTheWire', context.samples(RESTORED))
    return runInExtensionPage(session, 'saveAndRestore')
  })
  const section = `backup, ${kind}`
  const count = people.toLocaleString('en')
  const share = people / PEOPLE
  const perChange = (restored.restore / restored.changes) * 2_000
  return [
    row(section, `${count} rows of CSV taken in, with index and journal`, 's', seconds(imported.take), 60 * share),
    row(section, `${count} rows of CSV read and compared`, 's', seconds(imported.plan)),
    row(section, 'the page’s longest silence meanwhile', 'ms', imported.longest),
    row(section, `${count} people exported to CSV`, 's', seconds(imported.csv), 20 * share),
    { section, what: '2,000 rows taken in (baseline: as many bare rows written)', unit: 'ms', figure: parts.ours, baseline: parts.raw, target: mustHold(`<= ${MOST_TIMES_RAW} times`, parts.ours.p50 <= MOST_TIMES_RAW * parts.raw.p50) },
    row(section, `a backup of ${restored.changes.toLocaleString('en')} changes (${Math.round(restored.bytes / 1e6)} MB) made and read back`, 's', seconds(restored.backup)),
    row(section, 'the same read and compared', 's', seconds(restored.plan)),
    row(section, 'the same restored', 's', seconds(restored.restore)),
    { section, what: '2,000 changes restored (baseline: the rows of 2,000 people)', unit: 'ms', figure: Math.round(perChange), baseline: parts.raw, target: mustHold('<= 4 times', perChange <= MOST_TIMES_RAW * parts.raw.p50) },
  ]
}

export async function importThroughPage(session: Session, people: number) {
  const { page, give, press, outcome } = await openBackupPage(session)
  const lines = Array.from({ length: people }, (_none, n) => listedRow(n)).map(({ handle, xId, name, tags, notes }) => `${handle},${xId},"${name.replaceAll('"', '""')}",${tags.join(';')},${notes.join(' ')}`)
  const began = Date.now()
  await give('list.csv', ['handle,id,name,tags,note', ...lines].join('\n'))
  await page.waitForSelector('#import [data-kind=primary]:not([disabled])', { timeout: LONGEST })
  const planned = Date.now()
  await page.evaluate(watchSilences)
  await press('Take in')
  await page.waitForFunction(() => document.querySelector('.progress-line .row') === null, { timeout: LONGEST, polling: 100 })
  const done = Date.now()
  const said = await outcome()
  if (!said.includes('Taken in')) throw new Error(`The import ended with: ${said}`)
  const longest = await page.evaluate(() => (globalThis as unknown as { longestSilence: number }).longestSilence)
  await page.close()
  return { plan: planned - began, take: done - planned, longest: Math.round(longest) }
}

/** Keeps the longest time in which the page could answer nobody. */
function watchSilences(): void {
  let last = performance.now()
  const kept = Object.assign(globalThis, { longestSilence: 0 })
  setInterval(() => {
    kept.longestSilence = Math.max(kept.longestSilence, performance.now() - last)
    last = performance.now()
  }, 5)
}

function row(section: string, what: string, unit: string, figure: number, limit?: number): Row {
  return { section, what, unit, figure, ...(limit !== undefined && { target: shouldHold(`<= ${limit} ${unit}`, figure <= limit) }) }
}

function seconds(ms: number): number {
  return Math.round(ms / 10) / 100
}
