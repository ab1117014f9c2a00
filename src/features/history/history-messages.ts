import type { Stamp } from '../../domain/clock'

/** Questions about what happened. */
export interface HistoryQuestions {
  /** Takes one change back, by a change of its own. */
  'history/undo': (stamp: Stamp) => void
}
