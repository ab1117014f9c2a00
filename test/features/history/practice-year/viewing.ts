import { chanceOf, wholeOf } from '../../../practice/random'
import { type Account, everMoves, MONTHS, type YearPost } from './world'

/** A post that is looked at, and whether the page shows its author's id. */
export interface View {
  readonly post: YearPost
  readonly isIdShown: boolean
}

/** What is looked at in each month. */
export type Viewing = readonly (readonly View[])[]

/** Everything in the month in which it was written, oldest first. */
export function asItComes(posts: readonly YearPost[], accounts: readonly Account[]): Viewing {
  return Array.from({ length: MONTHS }, (_, month) => posts.filter((post) => post.month === month && !post.isGone).map((post) => viewOf(post, accounts, month, 0)))
}

/** Everything in the month in which it was written, newest first. */
export function newestFirst(posts: readonly YearPost[], accounts: readonly Account[]): Viewing {
  return asItComes(posts, accounts).map((views) => views.toReversed())
}

/** Some months late, in no order, and half of it more than once. */
export function anyhow(posts: readonly YearPost[], accounts: readonly Account[], seed: number): Viewing {
  const months: { readonly view: View; readonly place: number }[][] = Array.from({ length: MONTHS }, () => [])
  for (const [index, post] of posts.entries()) {
    if (post.isGone) continue
    const times = 1 + wholeOf(2, seed, index, 1)
    for (let time = 0; time < times; time += 1) {
      const month = isBoundToItsMonth(post, accounts) ? post.month : post.month + wholeOf(MONTHS - post.month, seed, index, time, 2)
      months[month]!.push({ view: viewOf(post, accounts, month, seed + time), place: chanceOf(seed, index, time, 3) })
    }
  }
  return months.map((views) => views.sort((one, other) => one.place - other.place).map(({ view }) => view))
}

/** Our own words name people by the handle of that time for ever: once somebody else has it, no page can tell who was meant. */
function isBoundToItsMonth(post: YearPost, accounts: readonly Account[]): boolean {
  return post.kind === 'by us' && everMoves(accounts[post.account]!)
}

/** Of whoever changes their handle the page shows the id before they do so, and now and then afterwards. */
function viewOf(post: YearPost, accounts: readonly Account[], month: number, seed: number): View {
  const account = accounts[post.account]!
  const isFirstName = account.names.length === 1 || month < account.names[1]!.from
  const isIdShown = account.isAlwaysKnown || (everMoves(account) && isFirstName) || chanceOf(seed, Number(BigInt(post.id) & 0xffffffn), 6) < 0.5
  return { post, isIdShown }
}
