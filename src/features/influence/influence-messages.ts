import type { JudgedFacts } from '../../domain/stored-facts'
import type { NewScore } from './seen-facts'

/** Questions about how far voices carry. */
export interface InfluenceQuestions {
  /** What the page says of the size of people we hold, judged by whoever saw it. Of anybody else nothing is kept. */
  'influence/saw': (judged: readonly JudgedFacts[]) => void
  /** The scores of people we hold by other numbers than before. */
  'influence/judged': (scores: readonly NewScore[]) => void
}
