import { type Page, TargetType } from 'puppeteer-core'
import type { Session } from '../../e2e/harness/session.ts'
import { BARE_PAGE, usePage } from '../../e2e/harness/background.ts'
import { inExtensionScript } from './bundle.ts'
import type { InExtension } from './entry.ts'

type Job = keyof InExtension
/** Every job gives a promise, so its value is told without asking again. */
type Given<Name extends Job> = InExtension[Name] extends (...args: never[]) => Promise<infer Value> ? Value : never

const callOf = (job: Job, args: readonly number[]): string => `globalThis.regularsBench.${job}(...${JSON.stringify(args)})`

/** Runs one of the jobs in a bare page of the extension. */
export function runInExtensionPage<Name extends Job>(session: Session, job: Name, ...args: Parameters<InExtension[Name]>): Promise<Given<Name>> {
  return usePage(session.openExtensionPage(BARE_PAGE), async (page: Page) => {
    await page.evaluate(await inExtensionScript())
    return await page.evaluate(callOf(job, args)) as Given<Name>
  })
}

/** Runs one of the jobs in Chromium's worker itself; Firefox's event page shares its process with every page of the extension, so there a page is as good. */
export async function runInBackground<Name extends Job>(session: Session, job: Name, ...args: Parameters<InExtension[Name]>): Promise<Given<Name>> {
  if (session.kind === 'firefox') return runInExtensionPage(session, job, ...args)
  // Wakes the worker if it sleeps.
  await session.evaluateInBackground(() => undefined)
  const target = await session.launched.browser.waitForTarget((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(session.extensionUrl('')))
  const worker = await target.worker()
  await worker?.evaluate(await inExtensionScript())
  return await worker?.evaluate(callOf(job, args)) as Given<Name>
}

/** No single call may take so long that the browser's driver gives up on it. */
const PEOPLE_PER_CALL = 20_000

/** Fills the store with so many people. */
export async function storePeople(session: Session, people: number): Promise<void> {
  for (let from = 0; from < people; from += PEOPLE_PER_CALL) await runInExtensionPage(session, 'seedPeople', from, Math.min(people, from + PEOPLE_PER_CALL))
}
