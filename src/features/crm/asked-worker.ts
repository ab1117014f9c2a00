import browser from 'webextension-polyfill'
import type { HandleKey } from '../../domain/handle'
import { MISS_FRESH } from './crm-row'

/** In session storage, which is memory: strangers leave no trace on the disk. */
const ASKED = 'crmAsked'
const MISSES = 'crmMisses'
const MOST_ASKED = 2_000
const MOST_MISSES = 10_000

interface Held {
  readonly asked: Set<HandleKey>
  readonly misses: Map<HandleKey, number>
}

let held: Promise<Held> | undefined
/** Who is being asked about, and who of them was asked for once more meanwhile: the answer under way may be older than what changed. Another worker asks about all of them anew. */
const underWay = new Set<HandleKey>()
const onceMore = new Set<HandleKey>()

/** Who waits to be asked about, and whom the CRM did not know and when. Outlives a stopped worker, and ends with the browser. */
function heldNow(): Promise<Held> {
  held ??= browser.storage.session.get([ASKED, MISSES]).then(
    (kept) => ({ asked: new Set(kept[ASKED] as HandleKey[] | undefined), misses: new Map(kept[MISSES] as [HandleKey, number][] | undefined) }),
    () => ({ asked: new Set<HandleKey>(), misses: new Map<HandleKey, number>() }),
  )
  return held
}

/** Puts people on the list, but those whom the CRM did not know a while ago. True where somebody waits. */
export async function putOnList(keys: readonly HandleKey[], now: number): Promise<boolean> {
  const { asked, misses } = await heldNow()
  const fresh = keys.filter((key) => !asked.has(key) && !((misses.get(key) ?? -Infinity) > now - MISS_FRESH))
  for (const key of fresh.slice(0, MOST_ASKED - asked.size)) asked.add(key)
  if (fresh.length > 0) await keep()
  return asked.size > 0
}

/** Puts people on the list whatever is remembered, and whatever is under way. */
export async function askAnew(keys: readonly HandleKey[], now: number): Promise<void> {
  const { misses } = await heldNow()
  for (const key of keys) {
    misses.delete(key)
    if (underWay.has(key)) onceMore.add(key)
  }
  await putOnList(keys, now)
}

/** The next on the list, at most so many. They stay on it until they are struck off. */
export async function nextOnList(most: number): Promise<readonly HandleKey[]> {
  const next = [...(await heldNow()).asked].slice(0, most)
  underWay.clear()
  for (const key of next) underWay.add(key)
  return next
}

/** Strikes people off the list, but those who were asked for once more, and remembers whom the CRM did not know. */
export async function strikeOff(keys: readonly HandleKey[], missed: readonly HandleKey[], now: number): Promise<void> {
  const { asked, misses } = await heldNow()
  for (const key of keys) {
    if (!onceMore.delete(key)) asked.delete(key)
    misses.delete(key)
  }
  for (const key of missed) misses.set(key, now)
  for (const key of [...misses.keys()].slice(0, Math.max(0, misses.size - MOST_MISSES))) misses.delete(key)
  await keep()
}

/** As if these had never been asked about. */
export async function forgetAsked(keys: readonly HandleKey[]): Promise<void> {
  const { asked, misses } = await heldNow()
  for (const key of keys) for (const list of [asked, misses, underWay, onceMore]) list.delete(key)
  await keep()
}

/** Nobody waits and nobody is remembered. */
export async function clearList(): Promise<void> {
  underWay.clear()
  onceMore.clear()
  held = Promise.resolve({ asked: new Set(), misses: new Map() })
  await keep()
}

async function keep(): Promise<void> {
  const { asked, misses } = await heldNow()
  await browser.storage.session.set({ [ASKED]: [...asked], [MISSES]: [...misses] }).catch(() => undefined)
}
