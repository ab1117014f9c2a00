import type { Handle } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { KeyHolder } from '../page/hold-keys'
import type { TabMemory } from '../features/people/tab-memory'

/** A second script of ours beside the first: its hosts are guarded, and while it holds the keyboard the page hears no key. */
export interface Guest {
  isOurs(target: EventTarget | null): boolean
  press(target: EventTarget): void
  keyHolder(): KeyHolder | undefined
}

/** What a script that comes on demand finds of the first one, in the world that both share and the page does not see. */
export interface House {
  readonly signal: AbortSignal
  readonly memory: TabMemory
  orphaned(): void
  /** Whom the page is about. */
  who(): Subject | undefined
  /** The account that is logged in. */
  viewer(): Handle | undefined
  guest?: Guest
}

declare global {
  /** There once the content script runs. */
  var regularsHouse: House | undefined
}
