import type { Change, NoteId, PersonId } from '../../domain/change'
import { type Stamp, toStamp } from '../../domain/clock'

/** Where a note of ours stands on its way to the CRM. `unknown`: it was sent, and nobody said whether it arrived. */
export type DeliveryState = 'asked' | 'waiting' | 'unknown' | 'sent' | 'refused' | 'dropped'

/** A note on its way to the CRM. */
export interface Delivery {
  /** The change that it brings: its name here and there. */
  readonly change: Stamp
  /** Indexed. */
  readonly person: PersonId
  readonly note: NoteId
  readonly text: string
  readonly post?: string | undefined
  readonly by: string
  /** ms since 1970 */
  readonly at: number
  readonly state: DeliveryState
  readonly tries: number
  /** ms since 1970; it rests until then. */
  readonly notBefore: number
  /** The note of ours there that these words are to replace, and what it said when it was written: where it says something else by now, both are merged or somebody chooses. */
  readonly edits?: { readonly change: Stamp; readonly was: string } | undefined
  /** What our note there said when somebody had to choose, since it was changed here and there in the same place. */
  readonly there?: string | undefined
  /** What went wrong last, and the CRM's own words for it. */
  readonly failure?: string | undefined
  readonly theirs?: string | undefined
}

/** After a try of unknown outcome nobody looks before so long (ms): a slow server may still be at it. */
export const LOOK_AFTER = 90_000

/** What the journal's next entry means for what is under way; the deliveries to be kept in the place of those they replace. */
export function deliveriesAfter(change: Change, underWay: readonly Delivery[], writes: 'always' | 'ask'): readonly Delivery[] {
  if (change.kind === 'person/erased' || (change.kind === 'person/removed' && change.removed)) return underWay.map((delivery) => inState(delivery, isUnsent(delivery) ? 'dropped' : delivery.state, ''))
  if (!('note' in change) || change.import) return []
  const ours = underWay.filter(({ note }) => note === change.note)
  const unsent = ours.filter(isUnsent)
  if (change.kind === 'note/added') return [deliveryOf(change, change.text, change.post, writes)]
  if (change.kind === 'note/removed') return change.removed ? unsent.map((delivery) => inState(delivery, 'dropped')) : unsentAgain(ours)
  if (change.kind !== 'note/edited' || ours.length === 0) return []
  // Never sent, so the words of now go; sent or perhaps sent, so the new words follow, to replace what stands there only if nobody changed it.
  const [first] = unsent.toReversed()
  if (first) return [{ ...first, text: change.text, state: first.state === 'refused' ? 'waiting' : first.state }]
  const latest = ours.filter(({ state }) => state !== 'dropped').toSorted((one, other) => (one.change < other.change ? 1 : -1))[0]
  return [{ ...deliveryOf(change, change.text, ours[0]?.post, writes), ...(latest && { edits: { change: latest.change, was: wordsOf(latest) } }) }]
}

/** Surely not in the CRM. */
function isUnsent({ state }: Delivery): boolean {
  return state === 'asked' || state === 'waiting' || state === 'refused'
}

/** Brought back from the bin before anything was sent. */
function unsentAgain(ours: readonly Delivery[]): readonly Delivery[] {
  return ours.filter(({ state }) => state === 'dropped').map((delivery) => inState(delivery, 'waiting'))
}

function inState(delivery: Delivery, state: DeliveryState, text = delivery.text): Delivery {
  return { ...delivery, state, text, ...(text === '' && { edits: undefined, there: undefined }) }
}

function deliveryOf({ stamp, person, note, by, at }: Change & { readonly note: NoteId }, text: string, post: string | undefined, writes: 'always' | 'ask'): Delivery {
  return { change: stamp, person, note, text, post, by, at, state: writes === 'ask' ? 'asked' : 'waiting', tries: 0, notBefore: 0 }
}

/** An edit that somebody changed there meanwhile, once it was chosen what becomes of it: it replaces what was shown and nothing newer, or comes beside it. */
export function chosen(delivery: Delivery, way: 'replace' | 'beside'): Delivery {
  const { edits, there } = delivery
  return { ...delivery, state: 'waiting', tries: 0, notBefore: 0, there: undefined, failure: undefined, theirs: undefined, edits: way === 'replace' && edits && there !== undefined ? { ...edits, was: there } : undefined }
}

/** The next deliveries that are due: of each person the oldest only, so that notes arrive in the order in which they were written. */
export function dueNow(deliveries: readonly Delivery[], now: number): readonly Delivery[] {
  const first = new Map<PersonId, Delivery>()
  const moving = deliveries.filter(({ state }) => state === 'waiting' || state === 'unknown').toSorted((one, other) => (one.change < other.change ? -1 : 1))
  for (const delivery of moving) if (!first.has(delivery.person)) first.set(delivery.person, delivery)
  return [...first.values()].filter(({ notBefore }) => notBefore <= now)
}

/** The words that go out: the note, who wrote it, and the post it was written at. */
export function wordsOf({ text, by, post }: Pick<Delivery, 'text' | 'by' | 'post'>): string {
  const origin = [by && `— ${by}`, post].filter(Boolean).join('\n')
  return origin === '' ? text : `${text}\n\n${origin}`
}

/** Words as they are compared: a CRM may break lines and join spaces as it likes. */
export function plainWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The name of a delivery out of a message; throws a sentence where it is none. */
export function toDeliveryName(value: unknown): Stamp {
  const change = toStamp(value)
  if (!change) throw new Error('That is not a note on its way.')
  return change
}
