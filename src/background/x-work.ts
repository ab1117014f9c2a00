import browser from 'webextension-polyfill'
import type { SeenPost } from '../domain/contact'
import { keyOf, postedAt } from '../domain/handle'
import { contactOf, type Us } from '../features/history/contact-rule'
import { isAtWork } from '../features/x-account/connection'
import type { Mention } from '../features/x-account/mention'
import { sawReplies } from '../features/x-account/poll-worker'
import type { Calling } from '../features/x-account/tokens-worker'
import { work } from '../features/x-account/work-worker'
import { machineTime } from '../remote/time'
import { readSettings } from '../settings/settings'
import { readXSettings } from '../settings/x-settings'
import { isNewer, openStore } from '../store/open-store'
import { makeLedger } from './x-ledger'

const ALARM = 'x'
const INBOX_PAGE = 'src/inbox/inbox.html'
const DAY = 86_400_000

/** Sees to it that connected accounts are asked. Call it in the first turn: nothing of X is made or read for a user who never connects, but that there is no alarm. */
export function watchX(): void {
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && workNow().catch(console.error)))
  browser.runtime.onStartup.addListener(() => void keepAlarm().catch(console.error))
  browser.runtime.onInstalled.addListener(() => void keepAlarm().catch(console.error))
  // Absent until the user allows notifications.
  browser.notifications?.onClicked.addListener(() => void browser.tabs.create({ url: browser.runtime.getURL(INBOX_PAGE) }))
}

/** The alarm is there exactly while there is something to do: an idle extension is never woken for it. */
export async function keepAlarm(): Promise<void> {
  const [connections, { searches }] = await Promise.all([openStore().then((store) => store.getAll('xAccounts')), readXSettings()])
  if (connections.some((connection) => isAtWork(connection, searches))) await browser.alarms.create(ALARM, { periodInMinutes: 1 })
  else await browser.alarms.clear(ALARM)
}

/** What calls of X need. */
export async function calling(): Promise<Calling> {
  const [store, { prices, caps }] = await Promise.all([openStore(), readXSettings()])
  return { store, prices, caps, now: Date.now, transport: { fetch: (input, init) => fetch(input, init), now: Date.now } }
}

let underWay: Promise<void> | undefined

/** Does what is due; whoever asks while it is under way waits for the same. */
export function workNow(): Promise<void> {
  underWay ??= run().finally(() => void (underWay = undefined))
  return underWay
}

async function run(): Promise<void> {
  const [around, { pollMinutes, searches }, { staleDays }] = await Promise.all([calling(), readXSettings(), readSettings()])
  if (isNewer(around.store) || !navigator.onLine) return
  // Asking for anything of the browser's keeps this worker from being stopped for idleness while it waits for X.
  const alive = (): Promise<unknown> => browser.alarms.get(ALARM)
  const ledger = makeLedger(around.store, Date.now)
  await work({ ...around, time: machineTime, chance: Math.random, ledger, pollMinutes, searches, stale: staleDays * DAY, alive, onNew: (mentions, { notify }) => tell(notify ? mentions : []) })
  await showWaiting()
  await keepAlarm()
}

/** How many wait stands on the toolbar button. */
export async function showWaiting(): Promise<void> {
  const count = await (await openStore()).count('mentions')
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) })
}

/** Replies of ours among posts that the page showed take from the inbox what they answer. */
export async function sawOnPage(seen: readonly SeenPost[], us: Us): Promise<void> {
  const replies = seen.flatMap((post) => {
    const contact = contactOf(post, us)
    return contact?.direction === 'ours' ? [{ key: keyOf(contact.other), at: postedAt(post.post) ?? 0 }] : []
  })
  if (replies.length > 0 && (await sawReplies(await openStore(), replies)) > 0) await showWaiting()
}

/** One notification for each mention, which only its writer and their own public words are in. */
async function tell(mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0 || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  const iconUrl = browser.runtime.getURL('icons/128.png')
  for (const { id, author, text } of mentions.slice(0, 10)) await browser.notifications.create(`mention ${id}`, { type: 'basic', iconUrl, title: `@${author}`, message: text })
}
