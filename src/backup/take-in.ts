import { ask } from '../contract/ask'
import type { Change, ImportId } from '../domain/change'
import type { Stamp } from '../domain/clock'
import { keyOf, type XId } from '../domain/handle'
import { toSettings, writeSettings } from '../settings/settings'
import { toXSettings, writeXSettings } from '../settings/x-settings'
import type { ListPlan } from './plan-list'
import type { RestorePlan } from './plan-restore'

/** How many rows, or changes, the background takes at once: of a list's people just as many as stand in one block of the index. */
const AT_ONCE = 4_000

type Told = (done: number, of: number) => void

/** Takes the chosen rows of a plan in, part by part. Cancelled, what is in stays in until the import is undone. Gives how many changes that made. */
export async function takeIn(plan: ListPlan | RestorePlan, chosen: ReadonlySet<number>, id: ImportId, told: Told, signal: AbortSignal): Promise<number> {
  return plan.kind === 'list' ? takeList(plan, chosen, id, told, signal) : takeBackup(plan, chosen, id, told, signal)
}

/** In the order of their handles: neighbours are found and written together. */
async function takeList({ brings }: ListPlan, chosen: ReadonlySet<number>, id: ImportId, told: Told, signal: AbortSignal): Promise<number> {
  const rows = brings.flatMap((row, place) => (row && chosen.has(place) ? [{ key: keyOf(row.handle), row }] : [])).sort((one, other) => (one.key < other.key ? -1 : 1))
  let made = 0
  await eachPart(rows, told, signal, async (part) => {
    const changes = await ask('backup/add', { id, rows: part.map(({ row }) => row) })
    made += changes
  })
  return made
}

/** Person after person, since changes may come in any order; who turns out to be one and the same is joined at the end. */
async function takeBackup(plan: RestorePlan, chosen: ReadonlySet<number>, id: ImportId, told: Told, signal: AbortSignal): Promise<number> {
  let made = 0
  const colliding = new Set<XId>()
  try {
    await eachPart(plan.changes.filter((_changes, place) => chosen.has(place)).flat().sort(byPerson), told, signal, async (changes) => {
      const received = await ask('backup/receive', { id, changes })
      made += received.changes
      for (const xId of received.colliding) colliding.add(xId)
    })
  } finally {
    await eachPart([...colliding], () => undefined, new AbortController().signal, async (ids) => void (made += await ask('backup/join', { id, ids })))
  }
  await eachPart(plan.replies, () => undefined, signal, (replies) => ask('backup/put-back', { replies, uses: [], drafts: [] }))
  await eachPart(plan.uses, () => undefined, signal, (uses) => ask('backup/put-back', { replies: [], uses, drafts: [] }))
  await eachPart(plan.drafts, () => undefined, signal, (drafts) => ask('backup/put-back', { replies: [], uses: [], drafts }))
  await ask('backup/accept-loss')
  return made
}

function byPerson(one: Change, other: Change): number {
  if (one.person !== other.person) return one.person < other.person ? -1 : 1
  return one.stamp < other.stamp ? -1 : 1
}

/** Takes the settings of a backup over. */
export async function restoreSettings({ settings }: RestorePlan): Promise<void> {
  if (!settings) return
  await writeSettings(toSettings(settings))
  if (!settings['x']) return
  await writeXSettings(toXSettings(settings['x']))
  await ask('x/listen')
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

/** While one part is written the next one is on its way. */
async function eachPart<Item>(items: readonly Item[], told: Told, signal: AbortSignal, send: (part: readonly Item[]) => Promise<void>): Promise<void> {
  let before: Promise<void> = Promise.resolve()
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const sending = send(items.slice(from, from + AT_ONCE))
    // Whoever fails is heard of when it is waited for.
    sending.catch(() => undefined)
    await before
    told(from, items.length)
    before = sending
    if (signal.aborted) await before
    signal.throwIfAborted()
  }
  await before
  told(items.length, items.length)
}
