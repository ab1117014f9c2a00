import browser from 'webextension-polyfill'
import { toSavedSearch } from '../domain/saved-search'
import { toCaps, toPrices } from '../domain/x-prices'

/** What the user sets about X's interface: what it may cost, what one thing costs there, how often mentions are asked for, and which searches are saved. Apart from the other settings, which every start reads. */
export type XSettings = ReturnType<typeof toXSettings>

const KEY = 'x settings'
const MOST_SEARCHES = 20

/** The settings; what is damaged falls back to its default. Rejects when they cannot be read. */
export async function readXSettings(): Promise<XSettings> {
  return toXSettings((await browser.storage.local.get(KEY))[KEY])
}

/** Changes some and leaves the rest. Nothing is written after a read that failed. */
export async function writeXSettings(changed: Partial<XSettings>): Promise<XSettings> {
  const settings = toXSettings({ ...(await readXSettings()), ...changed })
  await browser.storage.local.set({ [KEY]: settings })
  return settings
}

/** Settings out of anything. */
export function toXSettings(value: unknown) {
  const { caps, prices, pollMinutes, searches } = Object(value) as Readonly<Record<string, unknown>>
  return { caps: toCaps(caps), prices: toPrices(prices), pollMinutes: toMinutes(pollMinutes), searches: Array.isArray(searches) ? searches.slice(0, MOST_SEARCHES).flatMap((search) => toSavedSearch(search) ?? []) : [] }
}

function toMinutes(value: unknown): number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1440 ? Number(value) : 5
}
