import { TargetType } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../scripts/browser/until.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { backgroundSeconds } from './harness/extension-memory.ts'
import { chance, killIfRunning, pause, SEED } from './harness/killing.ts'
import { openXAccounts, recorded, withinBudget, type XAccounts } from './harness/x-accounts.ts'

const MINUTE = 60_000
const MANY = 10_000
const KILLED = 3_000
const KILLS = 50
const CAP = 100
const LONG = process.env['REGULARS_LONG'] !== undefined

/** What issue 7 counts in full: too long for every day. */
describe.runIf(LONG).each(BROWSERS)('many mentions from before (%s)', (kind) => {
  let x: XAccounts
  beforeAll(async () => {
    x = await openXAccounts(kind)
    await x.session.evaluateInBackground((dollars) => chrome.storage.local.set({ 'x settings': { caps: { month: dollars * 1e6, slowFrom: dollars * 1e6 } } }), CAP)
  }, 60_000)
  afterAll(() => x?.close())

  const isDone = async (handle: string): Promise<boolean> => (await x.rows<{ handle: string; backFill?: { stage: string } }>('xAccounts')).some((row) => row.handle === handle && row.backFill?.stage === 'done')
  /** Bytes that the worker holds after a collection; only Chromium's tools tell. */
  const heap = async (): Promise<number | undefined> => {
    if (kind === 'firefox') return undefined
    const target = x.session.launched.browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER && one.url().startsWith(x.session.launched.extensionUrl('')))
    const client = (await target?.worker())?.client
    await client?.send('HeapProfiler.collectGarbage')
    return (await client?.send('Runtime.getHeapUsage'))?.usedSize
  }

  it(`${MANY} take as few calls as there can be, and no more memory at the end than at the beginning`, async () => {
    const { double } = x
    const brand = double.world.add('northwindair')
    const people = Array.from({ length: MANY / 10 }, (_, nth) => double.world.add(`customer${nth}`))
    for (let nth = 0; nth < MANY; nth += 1) double.world.say(people[nth % people.length]!, `@northwindair question ${nth}`, Date.now() - (nth + 2) * MINUTE)
    await x.connect(brand)
    const before = double.calls.length
    const [from, usedBefore] = [Date.now(), backgroundSeconds(x.session)]
    await x.options.click('.x-connected > .row button')
    const sizes: number[] = []
    await until(async () => {
      const size = await heap()
      if (size !== undefined) sizes.push(size)
      await pause(1_000)
      return isDone('northwindair')
    }, () => 'It came to no end.', 280_000)
    const calls = double.calls.length - before
    const used = backgroundSeconds(x.session) - usedBefore
    console.log(`${kind}: ${MANY} mentions in ${Math.round((Date.now() - from) / 1000)} s, of which the background worked ${used.toFixed(1)} s, ${calls} calls; the worker held ${sizes.map((size) => (size / 1e6).toFixed(1)).join(', ')} MB`)
    expect(calls).toBeLessThanOrEqual((MANY / 100 + 1) * 1.05)
    expect(used).toBeLessThanOrEqual(60)
    expect(await recorded(x)).toEqual(double.world.posts.map(({ id }) => id).toSorted())
    const [first, last] = [sizes.slice(0, 5), sizes.slice(-5)].map((some) => Math.min(...some))
    if (kind === 'chromium') expect(last! - first!).toBeLessThan(5_000_000)
    await withinBudget(x, CAP)
  }, 300_000)

  it(`${KILLED} come whole though the background is killed ${KILLS} times: none lost, none twice, the budget never passed`, async () => {
    const { double } = x
    const brand = double.world.add('southwindair')
    double.world.crowd(KILLED, 'southwindair', Date.now() - 2 * MINUTE)
    await x.connect(brand)
    await x.options.evaluate(() => [...document.querySelectorAll('.x-connected')].find((part) => part.textContent?.includes('southwindair'))?.querySelector<HTMLElement>(':scope > .row button')?.click())
    let kills = 0
    for (let nth = 0; kills < KILLS && !(await isDone('southwindair')); nth += 1) {
      await pause(chance(nth) * 600)
      if (await killIfRunning(x.session)) kills += 1
      await withinBudget(x, CAP)
      await x.ring()
    }
    console.log(`${kind}: killed ${kills} times, seed ${SEED}`)
    await until(() => isDone('southwindair'), () => `It came to no end (seed ${SEED}).`, 120_000)
    expect(await recorded(x)).toEqual(double.world.posts.map(({ id }) => id).toSorted())
    await withinBudget(x, CAP)
  }, 300_000)
})
