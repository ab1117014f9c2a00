import type { Handle } from '../../domain/handle'

/** The part of the settings that the page needs to paint. */
export interface PageSettings {
  /** The accounts we answer for: what addresses them is told to the background. */
  readonly brandAccounts: readonly Handle[]
  /** Whether account facts are read from X's own state. */
  readonly accountFacts: boolean
  readonly density: 'full' | 'compact'
  readonly position: 'after' | 'before'
  readonly shown: boolean
}
