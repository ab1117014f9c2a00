import { fieldsOf } from '../../domain/fields-of'
import { type Handle, toHandle } from '../../domain/handle'

/** A reply as several posts, of which some are still to be written. */
export interface WaitingThread {
  readonly title: string
  readonly parts: readonly string[]
  /** The place of the part that comes next. */
  readonly next: number
  /** Whom its first part was written to. */
  readonly to: Handle | undefined
  /** ms since 1970 */
  readonly at: number
  /** Whether the rest is for a direct message, and for nowhere else. */
  readonly direct: boolean
}

/** A waiting thread out of anything; undefined where it is none. */
export function toWaitingThread(value: unknown): WaitingThread | undefined {
  const { title, parts, next, to, at, direct } = fieldsOf(value)
  const isText = (part: unknown): part is string => typeof part === 'string'
  if (!isText(title) || !Array.isArray(parts) || !parts.every(isText) || typeof next !== 'number' || typeof at !== 'number') return undefined
  return { title, parts, next, to: toHandle(to), at, direct: direct === true }
}
