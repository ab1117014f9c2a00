import { ask } from '../contract/ask'
import type { ImportId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import { toSettings, writeSettings } from '../settings/settings'
import type { ListPlan } from './plan-list'
import type { RestorePlan } from './plan-restore'

/** How many rows, or changes, the background takes at once. */
const AT_ONCE = 500

type Told = (done: number, of: number) => void

/** Takes the chosen rows of a plan in, part by part. Cancelled, what is in stays in until the import is undone. Gives how many changes that made. */
export async function takeIn(plan: ListPlan | RestorePlan, chosen: ReadonlySet<number>, id: ImportId, told: Told, signal: AbortSignal): Promise<number> {
  let made = 0
  if (plan.kind === 'list') {
    await eachPart(plan.brings.flatMap((row, place) => (row && chosen.has(place) ? [row] : [])), told, signal, async (rows) => void (made += await ask('backup/add', { id, rows })))
    return made
  }
  const changes = plan.changes.filter((_changes, place) => chosen.has(place)).flat().sort((one, other) => (one.stamp < other.stamp ? -1 : 1))
  await eachPart(changes, told, signal, async (changes) => void (made += await ask('backup/receive', { id, changes })))
  await eachPart(plan.replies, () => undefined, signal, (replies) => ask('backup/put-back', { replies, drafts: [] }))
  await eachPart(plan.drafts, () => undefined, signal, (drafts) => ask('backup/put-back', { replies: [], drafts }))
  await ask('backup/accept-loss')
  return made
}

/** Takes the settings of a backup over. */
export async function restoreSettings({ settings }: RestorePlan): Promise<void> {
  if (settings) await writeSettings(toSettings(settings))
}

/** Takes a whole import back. Gives how many changes that took. */
export async function undoWhole(id: ImportId, told: (done: number) => void, signal: AbortSignal): Promise<number> {
  let undone = 0
  for (let before: Stamp | undefined; ; ) {
    signal.throwIfAborted()
    const step = await ask('backup/undo', { id, before })
    told((undone += step.undone))
    if (step.next === undefined) return undone
    before = step.next
  }
}

async function eachPart<Item>(items: readonly Item[], told: Told, signal: AbortSignal, send: (part: readonly Item[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    signal.throwIfAborted()
    await send(items.slice(from, from + AT_ONCE))
    told(Math.min(from + AT_ONCE, items.length), items.length)
  }
}
