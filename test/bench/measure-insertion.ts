import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import type { Session } from '../e2e/harness/session.ts'
import { type BenchContext, type Loaded, withBrowser } from './bench-context.ts'
import { distributionOf, rounded } from './distribution.ts'
import { type Appearance, appearancesOf, insertPosts, type PlannedPost } from './insert-posts.ts'
import { FIRST_SIGHT, firstSights, mixedPosts, REMEMBERED, STRANGER } from './plan-posts.ts'
import { openTimeline, prepare } from './prepare.ts'
import { mustHold, type Row, shouldHold } from './row.ts'
import { measureStillness } from './measure-stillness.ts'

const PEOPLE = 10_000
const PAUSE = 90
/** Posts that are put on one page; more would make the practice page itself slow. */
const PER_PAGE = 60

/** From a post in the tree to its painted badge, with ten thousand people stored. */
export async function measureInsertion(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const kind of context.kinds) rows.push(...await measureIn(context, kind))
  return rows
}

async function measureIn(context: BenchContext, kind: BrowserKind): Promise<readonly Row[]> {
  const bare = await withBrowser(context, kind, 'nothing', (session) => insertAll(session, 'nothing', mixedPosts(context.samples(60))))
  const echoed = await withBrowser(context, kind, 'echo', (session) => insertAll(session, 'echo', firstSights(context.samples(200), 0)))
  return withBrowser(context, kind, 'extension', async (session) => {
    await prepare(session, PEOPLE)
    const awake = await insertAll(session, 'extension', mixedPosts(context.samples(200)))
    const stopped = await insertAfterStop(session, firstSights(context.samples(60), 4_000))
    return [...rowsOf(kind, { awake, stopped, bare, echoed }), ...await measureStillness(context, session)]
  })
}

async function insertAll(session: Session, has: Loaded, posts: readonly PlannedPost[]): Promise<readonly Appearance[]> {
  const seen: Appearance[] = []
  for (let from = 0; from < posts.length; from += PER_PAGE) {
    const page = await openTimeline(session, has)
    const stop = await session.watchBadges(page)
    const insertions = await insertPosts(page, posts.slice(from, from + PER_PAGE), PAUSE)
    seen.push(...appearancesOf(insertions, await stop()))
    await page.close()
  }
  return seen
}

async function insertAfterStop(session: Session, posts: readonly PlannedPost[]): Promise<readonly Appearance[]> {
  const page = await openTimeline(session, 'extension')
  const stop = await session.watchBadges(page)
  const insertions = []
  for (const post of posts) {
    await session.killBackground()
    insertions.push(...await insertPosts(page, [post], PAUSE))
  }
  const seen = appearancesOf(insertions, await stop())
  await page.close()
  return seen
}

interface Seen {
  readonly awake: readonly Appearance[]
  readonly stopped: readonly Appearance[]
  readonly bare: readonly Appearance[]
  readonly echoed: readonly Appearance[]
}

function rowsOf(kind: BrowserKind, { awake, stopped, bare, echoed }: Seen): readonly Row[] {
  const section = `insertion, ${kind}`
  const of = (name: string): readonly Appearance[] => awake.filter((one) => one.kind === name)
  const times = (all: readonly Appearance[]) => distributionOf(all.map((one) => one.badgePainted))
  const baseline = distributionOf(bare.map((one) => one.postPainted))
  const share = (all: readonly Appearance[], late: number): number => rounded((100 * all.filter((one) => one.framesLate <= late).length) / all.length)
  const first = times(of(FIRST_SIGHT))
  const woken = times(stopped)
  const sameFrame = [STRANGER, REMEMBERED].map((name): Row => {
    const figure = share(of(name), 0)
    return { section, what: `final in the post’s own frame: ${name}`, unit: '%', figure, target: mustHold('>= 95 %', figure >= 95) }
  })
  const scored = of(STRANGER).filter((one) => /\d/.test(one.label.slice(one.label.indexOf(',')))).length
  return [
    ...sameFrame,
    { section, what: 'strangers with a score in it', unit: '%', figure: rounded((100 * scored) / of(STRANGER).length), target: mustHold('100 %', scored === of(STRANGER).length) },
    { section, what: `post to final badge: ${STRANGER}`, unit: 'ms', figure: times(of(STRANGER)), baseline, note: 'baseline: post to paint without the extension' },
    { section, what: `post to final badge: ${REMEMBERED}`, unit: 'ms', figure: times(of(REMEMBERED)), baseline },
    { section, what: `post to final badge: ${FIRST_SIGHT}`, unit: 'ms', figure: first, baseline, target: shouldHold('p50 <= 20, p95 <= 26 ms', first.p50 <= 20 && first.p95 <= 26) },
    { section, what: 'the same of an extension that looks nothing up', unit: 'ms', figure: times(echoed), baseline, note: 'its background answers at once: no background can be sooner' },
    { section, what: 'of these in the post’s own frame', unit: '%', figure: share(of(FIRST_SIGHT), 0) },
    { section, what: 'of these at most one frame later', unit: '%', figure: share(of(FIRST_SIGHT), 1), target: shouldHold('>= 95 %', share(of(FIRST_SIGHT), 1) >= 95) },
    { section, what: `${FIRST_SIGHT}, background stopped`, unit: 'ms', figure: woken, baseline, target: shouldHold('p95 <= 150 ms', woken.p95 <= 150) },
    { section, what: 'badges that never came', unit: 'count', figure: [...awake, ...stopped].filter((one) => one.label === '').length, target: mustHold('0', [...awake, ...stopped].every((one) => one.label !== '')) },
  ]
}
