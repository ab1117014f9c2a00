import { useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import { MOST_FACTS, type NewScore } from '../features/influence/seen-facts'

/** How keeping new scores is getting on. */
export type JudgingAnew = { readonly is: 'idle' } | { readonly is: 'under way' } | { readonly is: 'done'; readonly changed: number } | { readonly is: 'failed'; readonly reason: string }

/** Keeps new scores of people we hold, some at a time, so that look-ups go on meanwhile. */
export function useJudgingAnew(): readonly [JudgingAnew, (scores: readonly NewScore[]) => Promise<void>] {
  const [state, setState] = useState<JudgingAnew>({ is: 'idle' })
  const run = async (scores: readonly NewScore[]): Promise<void> => {
    setState({ is: 'under way' })
    try {
      for (let from = 0; from < scores.length; from += MOST_FACTS) await ask('influence/judged', scores.slice(from, from + MOST_FACTS))
      setState({ is: 'done', changed: scores.length })
    } catch (error) {
      setState({ is: 'failed', reason: reasonOf(error) })
    }
  }
  return [state, run]
}
