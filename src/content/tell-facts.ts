import { askFromPage, Orphaned } from '../contract/ask'
import type { Sighting } from '../domain/card'
import type { Handle } from '../domain/handle'
import type { InfluenceConstants } from '../domain/influence'
import { judgeFacts } from '../domain/judge-facts'
import { MOST_FACTS } from '../features/influence/seen-facts'
import type { TabMemory } from '../features/people/tab-memory'

/** Tells the background what the page says of the size of people whom we hold; of others nothing. It keeps what is worth a writing. */
export interface FactsTeller {
  /** These were asked about, and the memory has the answer. */
  add(asked: readonly Sighting[]): void
  /** Something new is on the page: it is no time to tell. */
  stir(): void
}

const DAY = 86_400_000
/** So long the page must have stood still: nothing is told, and so nothing written, while somebody scrolls. */
const STILL = 30_000

/** Makes the teller of one page; `numbers` are those by which its scores are made. */
export function makeFactsTeller(window: Window, memory: TabMemory, numbers: () => Partial<InfluenceConstants> | undefined, orphaned: () => void, signal: AbortSignal): FactsTeller {
  let waiting = new Set<Handle>()
  let stirredAt = 0

  function isDue({ handle }: Sighting): boolean {
    const card = memory.cardOf(handle)
    return card !== undefined && !card.takenOver && Date.now() - (card.facts?.seenAt ?? 0) > DAY
  }

  function tell(): void {
    const now = Date.now()
    if (now - stirredAt < STILL) return void window.setTimeout(tell, STILL)
    const facts = [...waiting].flatMap((handle) => memory.factsOf(handle) ?? []).slice(0, MOST_FACTS)
    waiting = new Set()
    if (facts.length === 0 || signal.aborted) return
    askFromPage('influence/saw', facts.map((one) => judgeFacts(one, numbers(), now))).catch((error: unknown) => error instanceof Orphaned && orphaned())
  }

  return {
    add(asked) {
      const due = asked.filter(isDue)
      if (waiting.size === 0 && due.length > 0) window.setTimeout(tell, STILL)
      for (const { handle } of due) waiting.add(handle)
    },
    stir: () => (stirredAt = Date.now()),
  }
}
