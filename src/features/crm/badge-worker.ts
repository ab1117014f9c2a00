import browser from 'webextension-polyfill'
import type { PersonCard, Sighting } from '../../domain/card'
import { LIFECYCLES, type Lifecycle, mayBe } from '../../domain/crm'
import { type HandleKey, keyOf } from '../../domain/handle'
import { toStage } from '../../domain/stage'
import { openCrmCache } from '../../store/crm-cache'
import { readCopies } from '../../store/crm-memory'
import { connectionNow } from './connection-worker'
import { noteSeen, reads } from './crm-worker'
import { crmMarkOf } from './crm-mark'
import { STAGE_NAMES } from './crm-names'

let words: Readonly<Record<Lifecycle, string>> | undefined

/** What the CRM adds to an answer about people on the page, out of what is kept; whatever is missing is asked for behind it. Costs nothing while none is connected. */
export async function crmMarks(sightings: readonly Sighting[]): Promise<Marking> {
  const connection = await connectionNow().catch(() => undefined)
  if (!connection || !reads(connection)) return byHand
  const cache = await openCrmCache()
  const keys = [...new Set(sightings.map(({ handle }) => keyOf(handle)))]
  const ids = new Map(sightings.map(({ handle, xId }) => [keyOf(handle), xId] as const))
  const rows = await readCopies(cache, keys)
  void noteSeen(keys, rows).catch(console.error)
  return (cards) => marked(cards, keys, (key, stage) => crmMarkOf((rows.get(key)?.contacts ?? []).filter((contact) => mayBe(contact, ids.get(key))), stage, wordsNow()))
}

/** Adds marks to cards, and cards for those of whom only the CRM knows. */
export type Marking = (cards: readonly PersonCard[]) => readonly PersonCard[]

function byHand(cards: readonly PersonCard[]): readonly PersonCard[] {
  return marked(cards, [], (_key, stage) => crmMarkOf([], stage, wordsNow()))
}

function marked(cards: readonly PersonCard[], keys: readonly HandleKey[], markOf: (key: HandleKey, stage: Lifecycle | undefined) => PersonCard['mark']): readonly PersonCard[] {
  const held = new Set(cards.map(({ key }) => key))
  const known = cards.map((card) => {
    const mark = card.takenOver ? undefined : markOf(card.key, toStage(card.stage))
    return mark ? { ...card, mark } : card
  })
  const others = keys.flatMap((key) => {
    const mark = held.has(key) ? undefined : markOf(key, undefined)
    return mark ? [{ key, contacts: 0, tags: [], notes: 0, mark }] : []
  })
  return [...known, ...others]
}

function wordsNow(): Readonly<Record<Lifecycle, string>> {
  words ??= Object.fromEntries(LIFECYCLES.map((stage) => [stage, browser.i18n.getMessage(STAGE_NAMES[stage])])) as Readonly<Record<Lifecycle, string>>
  return words
}
