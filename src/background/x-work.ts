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
  watchNotifications()
  browser.permissions.onAdded.addListener(watchNotifications)
}

/** Notifications are absent until the user allows them, maybe while this worker runs. */
function watchNotifications(): void {
  browser.notifications?.onClicked.addListener(openInbox)
}

function openInbox(notification: string): void {
  void browser.notifications.clear(notification)
  void browser.tabs.create({ url: browser.runtime.getURL(INBOX_PAGE) })
}

/** The alarm is there exactly while there is something to do: an idle extension is never woken for it. One that is there goes on as it is: begun anew by every piece of work, it might never ring. */
export async function keepAlarm(): Promise<void> {
  const [connections, { searches }] = await Promise.all([openStore().then((store) => store.getAll('xAccounts')), readXSettings()])
  if (!connections.some((connection) => isAtWork(connection, searches))) await browser.alarms.clear(ALARM)
  else if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: 1 })
}

/** What calls of X need. */
export async function calling(): Promise<Calling> {
  const [store, { prices, caps }] = await Promise.all([openStore(), readXSettings()])
  return { store, prices, caps, now: Date.now, transport: { fetch: (input, init) => fetch(input, init), now: Date.now } }
}

let underWay: Promise<void> | undefined
let isAskedAgain = false

/** Does what is due. Whoever asks while it is under way may want what was switched on since it began: then it is done once more. */
export function workNow(): Promise<void> {
  if (underWay) isAskedAgain = true
  else underWay = runAll().finally(() => void (underWay = undefined))
  return underWay
}

async function runAll(): Promise<void> {
  do {
    isAskedAgain = false
    await run()
  } while (isAskedAgain)
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

/** After a long absence nobody wants hundreds of them. */
const MOST_TOLD = 20

/** One notification for each mention, the oldest first, which only its writer and their own public words are in; beyond what anybody reads, one that says how many wait. */
async function tell(mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0 || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return
  const show = async (name: string, title: string, message: string): Promise<void> => {
    // A desktop that shows none keeps nobody from the mentions themselves.
    await browser.notifications?.create(name, { type: 'basic', iconUrl: browser.runtime.getURL('icons/128.png'), title, message }).catch(console.error)
  }
  for (const { id, author, text } of mentions.slice(0, MOST_TOLD).toReversed()) await show(`mention ${id}`, `@${author}`, text)
  if (mentions.length > MOST_TOLD) await show('mentions', browser.i18n.getMessage('inboxTitle'), browser.i18n.getMessage('inboxWaitingOther', [String(mentions.length)]))
}
