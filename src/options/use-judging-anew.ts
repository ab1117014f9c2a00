import { useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { PersonId } from '../domain/change'

/** How judging everybody anew is getting on. */
export type JudgingAnew = { readonly is: 'idle' } | { readonly is: 'under way' } | { readonly is: 'done'; readonly changed: number } | { readonly is: 'failed'; readonly reason: string }

/** Judges everybody we hold by the numbers that are saved, some at a time, so that look-ups go on meanwhile. */
export function useJudgingAnew(): readonly [JudgingAnew, () => Promise<void>] {
  const [state, setState] = useState<JudgingAnew>({ is: 'idle' })
  const run = async (): Promise<void> => {
    setState({ is: 'under way' })
    try {
      let changed = 0
      let after: PersonId | undefined
      do {
        const step = await ask('influence/score-again', after)
        changed += step.changed
        after = step.next
      } while (after !== undefined)
      setState({ is: 'done', changed })
    } catch (error) {
      setState({ is: 'failed', reason: reasonOf(error) })
    }
  }
  return [state, run]
}
