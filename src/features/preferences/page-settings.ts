import type { TrackedWords } from '../../domain/concern'
import type { Handle } from '../../domain/handle'
import type { InfluenceConstants } from '../../domain/influence'
import type { MarkRule } from '../../domain/mark-rules'
import type { TierLimits } from '../../domain/tiers'

/** The part of the settings that the page needs to paint. */
export interface PageSettings {
  /** The accounts we answer for: what addresses them is told to the background. */
  readonly brandAccounts: readonly Handle[]
  /** Whether account facts are read from X's own state. */
  readonly accountFacts: boolean
  readonly density: 'full' | 'compact'
  readonly position: 'after' | 'before'
  readonly shown: boolean
  /** What differs from the fitted numbers of the score; undefined where nothing does. */
  readonly numbers?: Partial<InfluenceConstants> | undefined
  readonly limits: TierLimits
  readonly rules: readonly MarkRule[]
  readonly staleDays: number
  readonly tracked: TrackedWords
}
