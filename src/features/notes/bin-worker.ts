import browser from 'webextension-polyfill'
import { openStore } from '../../store/open-store'
import { purgeBin } from '../../store/purge-bin'
import { PURGE_EVERY, purgeDue } from './bin'

const ALARM = 'purge-bin'
/** When the bin was last looked through, ms since 1970; in local storage. */
const LAST = 'binPurgedAt'

/** Looks through the bin once a day, and when the background starts. Call it in the first turn. */
export function watchBin(): void {
  browser.alarms.onAlarm.addListener(({ name }) => void (name === ALARM && lookThrough()))
  void keepAlarm()
  void lookThrough()
}

/** Chrome clears alarms when the extension is updated: so it is asked at every start whether it is there. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: PURGE_EVERY / 60_000 })
}

/** Purges what is due, at most once a day. What fails is tried the next day. */
async function lookThrough(): Promise<void> {
  const now = Date.now()
  const { [LAST]: last } = await browser.storage.local.get(LAST)
  const due = purgeDue(typeof last === 'number' ? last : undefined, now)
  if (due === 'not yet') return
  await browser.storage.local.set({ [LAST]: now })
  if (due === 'due') await purgeBin(await openStore(), now).catch((error: unknown) => console.error('Regulars could not purge its bin:', error))
}
