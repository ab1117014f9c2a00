import browser from 'webextension-polyfill'
import { type Allowance, takeFrom, toAllowance } from './allowance'

/** What is known in this life of the background; the session's storage is what outlives it. */
const held = new Map<number, Promise<Allowance | undefined>>()
/** Ms. Written with every question, it would stand in the way of the answer: the browser tells every page of ours about each writing. */
const KEEP_AFTER = 500
const unkept = new Map<string, Allowance>()

/** How many of the wanted authors a tab may ask about now. Where that is not all of them, the button in the toolbar says so. */
export async function grant(tab: number, wanted: number, now: number): Promise<number> {
  const key = `asked:${tab}`
  const before = held.get(tab) ?? browser.storage.session.get(key).then(({ [key]: kept }) => toAllowance(kept))
  const taking = before.then((allowance) => takeFrom(allowance, wanted, now))
  held.set(tab, taking.then(({ allowance }) => allowance))
  const { allowance, granted } = await taking
  keepSoon(key, allowance)
  if (granted < wanted) void warn(tab).catch(() => undefined)
  return granted
}

/** What a worker that is stopped at once takes along is half a second's asking. */
function keepSoon(key: string, allowance: Allowance): void {
  if (unkept.size === 0) setTimeout(() => void keep(), KEEP_AFTER)
  unkept.set(key, allowance)
}

async function keep(): Promise<void> {
  const now = Object.fromEntries(unkept)
  unkept.clear()
  await browser.storage.session.set(now).catch(() => undefined)
}

async function warn(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' })
  await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('actionHarvest') })
}
