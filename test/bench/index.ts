import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildExtension, TARGETS } from '../../scripts/build-extension.ts'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import { ensureBrowsers } from '../../scripts/browser/ensure-browsers.ts'
import { sayDone, sayStep, secondsSince } from '../../scripts/say.ts'
import { startPractice } from '../practice/server.ts'
import type { BenchContext } from './bench-context.ts'
import { loadNow, machineWith } from './machine.ts'
import { measureBackup } from './measure-backup.ts'
import { measureCard } from './measure-card.ts'
import { measureColdStart } from './measure-cold-start.ts'
import { measureCrm } from './measure-crm.ts'
import { measureInfluence } from './measure-influence.ts'
import { measureInsertion } from './measure-insertion.ts'
import { measureLookUp } from './measure-look-up.ts'
import { measureMillion } from './measure-million.ts'
import { measureReplies } from './measure-replies.ts'
import { measurePicker } from './measure-picker.ts'
import { measureScroll } from './measure-scroll.ts'
import { measureSearch } from './measure-search.ts'
import { measureSizes } from './measure-sizes.ts'
import { measureStart } from './measure-start.ts'
import { ratioOf, type Row } from './row.ts'
import { tableOf } from './table.ts'

type Measure = (context: BenchContext) => Promise<readonly Row[]>

const SECTIONS: Readonly<Record<string, Measure>> = {
  sizes: async ({ extensionDir }) => measureSizes(extensionDir('chromium')),
  influence: async () => measureInfluence(),
  replies: async () => measureReplies(),
  insertion: measureInsertion,
  scroll: measureScroll,
  'look-up': measureLookUp,
  search: measureSearch,
  start: measureStart,
  million: measureMillion,
  'cold-start': measureColdStart,
  backup: measureBackup,
  card: measureCard,
  picker: measurePicker,
  crm: measureCrm,
}

const valueOf = (name: string): string | undefined => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1]
const has = (name: string): boolean => process.argv.includes(`--${name}`)

/** A copy of what is built now; BENCH_DIST names a folder that is built already. */
async function copyOfBuild(): Promise<string> {
  if (process.env.BENCH_DIST !== undefined) return process.env.BENCH_DIST
  for (const target of TARGETS) await buildExtension(target)
  const copy = join(process.cwd(), '.cache', 'bench', 'dist')
  mkdirSync(copy, { recursive: true })
  cpSync('dist', copy, { recursive: true, force: true })
  return copy
}

async function measureAll(context: BenchContext, only: string | undefined): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(SECTIONS)) {
    if (only !== undefined && !only.split(',').includes(name)) continue
    const start = Date.now()
    sayStep(`${name} (load ${loadNow()[0]})`)
    try {
      rows.push(...await measure(context))
      sayDone(`${name} (${secondsSince(start)})`)
    } catch (error) {
      // What was measured before is told all the same.
      broken.push(`${name}: ${(error as Error).message}`)
    }
  }
  return rows
}

/** Sections that came to no end, with the reason. */
const broken: string[] = []
const started = { date: new Date().toISOString(), load: loadNow() }
const kinds = (valueOf('browser')?.split(',') ?? ['chromium', 'firefox']) as readonly BrowserKind[]
await ensureBrowsers(kinds)
const dist = await copyOfBuild()
const practice = await startPractice()
const isQuick = has('quick')
const context: BenchContext = {
  kinds, practice, isQuick, isLong: has('long') || process.env.REGULARS_LONG === '1', browsers: new Set(),
  extensionDir: (kind) => join(dist, kind === 'chromium' ? 'chrome' : 'firefox'),
  samples: (all) => (isQuick ? Math.max(3, Math.round(all / 10)) : all),
}
const rows = await measureAll(context, valueOf('only'))
await practice.close()
const failed = rows.filter(({ target }) => target !== undefined && target.decides && !target.isMet)
console.log(`\n${tableOf(rows)}\n`)
const results = { ...started, isQuick, loadAtEnd: loadNow(), machine: machineWith(context.browsers), rows: rows.map((row) => Object.assign(row, { ratio: ratioOf(row) })) }
// A partial run is for looking, not for keeping.
const file = join(valueOf('only') === undefined && !isQuick ? 'bench' : '.cache/bench', 'results.json')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
console.log(`Load ${started.load.join(' ')} at the start, ${results.loadAtEnd.join(' ')} at the end. Written to ${file}.`)
for (const reason of broken) console.log(`✗ Not measured: ${reason}`)
console.log(failed.length === 0 ? '✓ Every count and ratio holds' : `✗ ${failed.length} missed: ${failed.map(({ section, what }) => `${section}: ${what}`).join(' · ')}`)
process.exit(failed.length + broken.length === 0 ? 0 : 1)
