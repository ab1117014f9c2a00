import { ask } from '../contract/ask'
import { judgeFacts } from '../domain/judge-facts'
import { attempt } from './card-place'
import type { CardState } from './card-state'
import { judge } from './judge'

/** Keeps, once, what the page said of the size of somebody we hold: when their card opens, or when its first note makes them somebody we hold. */
export function makeFactsKeeper(): (state: CardState) => void {
  let isKept = false
  return (state) => {
    const { person, subject, readOnly } = state.view
    const judged = judge(state)
    if (isKept || !person || !subject.facts || readOnly || !judged) return
    isKept = true
    void attempt(() => ask('influence/saw', [judgeFacts(judged.facts, judged.judging.constants, state.now)]))
  }
}
