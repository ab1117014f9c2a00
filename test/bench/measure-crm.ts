import { type BenchContext, withBrowser } from './bench-context.ts'
import type { Session } from '../e2e/harness/session.ts'
import { buildWith } from '../e2e/harness/build-with.ts'
import { distributionOf, rounded } from './distribution.ts'
import { runInExtensionPage, storePeople } from './in-extension/run.ts'
import { serveManyContacts } from './many-contacts.ts'
import { mustHold, type Row, shouldHold } from './row.ts'

const PEOPLE = 100_000
const PAGE = 200
const STORED = 10_000
const WARM_UP = 20
const TURNS = 4

/** What a connected CRM adds to a look-up, and what reading all of a large one costs. */
export async function measureCrm(context: BenchContext): Promise<readonly Row[]> {
  return [...(await measureMarks(context)), ...(await measureSync(context))]
}

/**
 * The same twenty people asked over the wire in two browsers by turns, one of them with a CRM and copies of them all: in one browser alone the
 * very same question took between 3.7 and 5.4 ms from one thousand rounds to the next. The first turn of each fills what is remembered.
 */
function measureMarks(context: BenchContext): Promise<readonly Row[]> {
  const rounds = WARM_UP + context.samples(1000)
  const ask = async (session: Session): Promise<readonly number[]> => (await runInExtensionPage(session, 'askOverTheWire', rounds, STORED)).slice(WARM_UP)
  return withBrowser(context, 'chromium', 'extension', (plain) => withBrowser(context, 'chromium', 'extension', async (connected) => {
    for (const session of [plain, connected]) await storePeople(session, STORED)
    await runInExtensionPage(connected, 'keepCopies', STORED)
    // Another worker reads the connection.
    for (const session of [plain, connected]) await session.killBackground()
    const [without, withFacts]: [number[], number[]] = [[], []]
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const [one, other] = [await ask(plain), await ask(connected)]
      if (turn > 0) without.push(...one)
      if (turn > 0) withFacts.push(...other)
    }
    const [baseline, figure] = [distributionOf(without), distributionOf(withFacts)]
    const ratio = rounded(figure.p50 / baseline.p50)
    return [{ section: 'crm', what: 'look-up of 20 with the facts of a CRM, over the wire', unit: 'ms', figure, baseline, target: mustHold('ratio <= 1.1', ratio <= 1.1), note: 'baseline: the same people with no CRM connected, by turns' }]
  }))
}

function measureSync(context: BenchContext): Promise<readonly Row[]> {
  const people = context.isQuick ? PEOPLE / 10 : PEOPLE
  // As for whoever connected it: without leave for the host the browser would ask the server about every call first.
  const build = buildWith('chromium', ['http://127.0.0.1/*'], context.extensionDir('chromium'))
  return withBrowser({ ...context, extensionDir: () => build }, 'chromium', 'extension', async (session) => {
    const server = await serveManyContacts(people)
    try {
      const { ms, people: kept, grownMb } = await runInExtensionPage(session, 'syncCrm', Number(new URL(server.base).port), people / PAGE)
      const limit = people * 0.0006
      return [
        { section: 'crm', what: `${people.toLocaleString('en')} people read from a HubSpot on this machine`, unit: 's', figure: rounded(ms / 1000), target: shouldHold(`<= ${limit} s`, ms / 1000 <= limit), note: `${kept} kept` },
        { section: 'crm', what: 'heap after all of them against after the first tenth', unit: 'MB', figure: rounded(grownMb), target: mustHold('<= 30 MB more', grownMb <= 30 && kept === people) },
      ]
    } finally {
      await server.close()
    }
  })
}
