import type { HandleKey } from '../../domain/handle'
import { LONGEST_NOTE } from './note'

/** What one who writes has typed; `over` are the words they began with, which they have taken over from whoever wrote them. */
export interface KeptDraft {
  readonly key: HandleKey
  readonly text: string
  readonly writer?: string | undefined
  readonly over?: string | undefined
  /** When they were typed, ms since 1970, where that was before now: then newer words of the same writer stay. */
  readonly at?: number | undefined
}

/** Where unsaved words about somebody are kept: a place for each who writes, so that two cards on one person do not write over each other. */
export function draftPlace(key: HandleKey, writer: string | undefined): string {
  return writer === undefined ? `note:${key}` : `note:${key}:${writer}`
}

/** Unsaved words out of a message, whatever they are: cut, never refused. */
export function toDraft(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_NOTE) : ''
}

/** Who writes, out of a message. */
export function toWriter(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined
}
