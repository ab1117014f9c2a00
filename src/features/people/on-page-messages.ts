import type { Subject } from '../../domain/subject'

/** What one page shows, for the popup: counts by kind of place, and selectors that should have found something and did not. */
export interface PageHealth {
  readonly route: string
  readonly read: Readonly<Record<string, number>>
  readonly nothing: readonly string[]
}

/** What a tab knows of itself. */
export interface OnPage {
  readonly subject: Subject | undefined
  readonly health: PageHealth
  /** The account logged in. */
  readonly viewer: string | undefined
}

/** Questions that our own pages ask a tab's content script. */
export interface OnPageQuestions {
  'page/who': () => OnPage
}
