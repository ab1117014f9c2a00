import type { Facts } from './facts'
import type { Handle, XId } from './handle'

/** Somebody a card, a note or a tag is about: as the page shows them, with what the page says of their size. */
export interface Subject {
  readonly handle: Handle
  readonly xId?: XId | undefined
  /** Display name, one bounded line. */
  readonly name?: string | undefined
  readonly facts?: Facts | undefined
  /** The address of the post that is on screen. */
  readonly post?: string | undefined
}
