/** The part of the settings that the page needs to paint. */
export interface PageSettings {
  /** Whether account facts are read from X's own state. */
  readonly accountFacts: boolean
  readonly density: 'full' | 'compact'
  readonly position: 'after' | 'before'
  readonly shown: boolean
}
