import type { PersonId } from '../../domain/change'
import type { Facts } from '../../domain/facts'

/** How far the judging anew has come. */
export interface ScoredAgain {
  /** How many scores changed. */
  readonly changed: number
  /** Where to go on; undefined once everybody was judged. */
  readonly next: PersonId | undefined
}

/** Questions about how far voices carry. */
export interface InfluenceQuestions {
  /** What the page says of the size of people we hold. Of anybody else nothing is kept. */
  'influence/saw': (facts: readonly Facts[]) => void
  /** Judges some of the people we hold by the numbers that hold now, after the one named; from the beginning where none is. */
  'influence/score-again': (after: PersonId | undefined) => ScoredAgain
}
