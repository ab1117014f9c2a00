import type { Handle, PostId, XId } from '../../domain/handle'
import type { XConnection } from './connection'

/** A login that came back: what X sent the user back with, and what is needed to redeem it. */
export interface Redeemable {
  readonly clientId: string
  readonly code: string
  readonly verifier: string
  readonly redirect: string
}

/** What the user wants of a connection. */
export type Wish = { readonly id: XId } & Partial<Pick<XConnection, 'inbox' | 'enrich' | 'notify'>>

/** Questions about our accounts at X. No token ever crosses. */
export interface XAccountQuestions {
  'x/connect': (login: Redeemable) => void
  /** The token was kept sealed by the page, under the name of no account. */
  'x/connect-app': (handle: Handle) => void
  'x/disconnect': (id: XId) => void
  'x/want': (wish: Wish) => void
  'x/back-fill': (asked: { readonly id: XId; readonly run: boolean }) => void
  'x/dismiss': (mentions: readonly PostId[]) => void
  /** The saved searches are others now. */
  'x/listen': () => void
}
