import { type Handle, keyOf } from '../../domain/handle'
import { type Numbering, splitThread } from './length/split-thread'
import { weightedLength } from './length/weighted-length'
import { lengthOn, type PreparedReply, type ReplySituation } from './prepare-reply'
import type { WaitingThread } from './waiting-thread'

/** What goes in one after the other, the first of it now. */
export interface Parts {
  /** Of the reply that it comes from. */
  readonly title: string
  readonly texts: readonly string[]
  /** Whether all but the first is for a direct message. */
  readonly direct: boolean
}

/** A part that stands ready, and whether it fits behind what is written already. */
export interface NextPart {
  readonly text: string
  readonly number: number
  readonly of: number
  readonly length: number
  readonly fits: boolean
}

/** With less room than this part of a post, what stands there already had better be sent alone. */
const LEAST_ROOM = 1 / 3
/** A thread that nobody went on with for so long is none any more, in ms. */
const PATIENCE = 3_600_000
/** What is for a direct message waits until the other has written, in ms. */
const DIRECT_PATIENCE = 86_400_000

/** Whether nothing but its length stands in the way of a reply, so that it can go as several posts. */
export function mayBeThread({ filled, faults }: PreparedReply, { surface, limit, draft }: ReplySituation): boolean {
  if (!filled || surface === 'dm' || faults.length === 0) return false
  return faults.every(({ code }) => code === 'too long') && limit - weightedLength(draft) >= limit * LEAST_ROOM
}

/** The posts that a reply too long for one becomes; undefined where it cannot. */
export function threadOf(prepared: PreparedReply, situation: ReplySituation, numbering: Numbering): Parts | undefined {
  const { filled, signature, picked } = prepared
  if (!filled || !mayBeThread(prepared, situation)) return undefined
  const isSigned = signature !== '' && filled.text.endsWith(signature)
  const body = isSigned ? filled.text.slice(0, -signature.length) : filled.text
  const texts = splitThread(body, { limit: situation.limit, room: situation.limit - weightedLength(situation.draft), numbering, signature: isSigned ? signature : '', lang: picked.lang })
  return { title: prepared.reply.title, texts, direct: false }
}

/** What waits of a thread once its first part was written; undefined where that was all. */
export function beginThread({ title, texts, direct }: Parts, to: Handle | undefined, now: number): WaitingThread | undefined {
  return withoutNext({ title, parts: texts, next: 0, to, at: now, direct }, now)
}

/** The thread once its next part was written; undefined when that was the last. */
export function withoutNext(thread: WaitingThread, now: number): WaitingThread | undefined {
  return thread.next + 1 < thread.parts.length ? { ...thread, next: thread.next + 1, at: now } : undefined
}

/** The part that goes on here: below our own post, in a new row, or to the same person. Nobody else is offered words that were meant for another. */
export function nextPartHere(thread: WaitingThread | undefined, { surface, limit, draft, now, around }: ReplySituation): NextPart | undefined {
  const text = thread?.parts[thread.next]
  if (!thread || text === undefined || thread.direct !== (surface === 'dm') || now - thread.at > (thread.direct ? DIRECT_PATIENCE : PATIENCE) || !isFor(thread, around)) return undefined
  const length = lengthOn(surface, draft) + lengthOn(surface, text)
  return { text, number: thread.next + 1, of: thread.parts.length, length, fits: length <= limit }
}

/** What is for one person's eyes is offered only where it is sure that they are the one. */
function isFor({ to, direct }: WaitingThread, { customer, account }: ReplySituation['around']): boolean {
  if (direct) return to !== undefined && customer !== undefined && keyOf(to) === keyOf(customer)
  return customer === undefined || [to, account].some((handle) => handle !== undefined && keyOf(handle) === keyOf(customer))
}
