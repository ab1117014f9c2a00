import { type Distribution, rounded } from './distribution.ts'

/** A measured value: one number, or how many of them lie. */
export type Figure = number | Distribution

/** A limit and whether it holds; only counts and ratios decide whether the bench fails, times depend on the machine. */
export interface Target {
  readonly limit: string
  readonly isMet: boolean
  readonly decides: boolean
}

/** One line of the table. */
export interface Row {
  readonly section: string
  readonly what: string
  readonly unit: string
  readonly figure: Figure
  /** The same in the same run, without the extension or without the step. */
  readonly baseline?: Figure
  readonly target?: Target
  /** What a reader must know to believe the line. */
  readonly note?: string
}

/** The one number of a figure by which figures are compared: the median. */
export function middleOf(figure: Figure): number {
  return typeof figure === 'number' ? figure : figure.p50
}

/** How many times the baseline; undefined where there is none to divide by. */
export function ratioOf({ figure, baseline }: Row): number | undefined {
  if (baseline === undefined || middleOf(baseline) === 0) return undefined
  return rounded(middleOf(figure) / middleOf(baseline))
}

/** A limit that decides. */
export function mustHold(limit: string, isMet: boolean): Target {
  return { limit, isMet, decides: true }
}

/** A limit that a busy machine alone can break, as milliseconds do: it is told and does not decide. */
export function shouldHold(limit: string, isMet: boolean): Target {
  return { limit, isMet, decides: false }
}
