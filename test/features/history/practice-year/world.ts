import type { SeenPost } from '../../../../src/domain/contact'
import type { Handle, PostId, XId } from '../../../../src/domain/handle'
import { chanceOf, wholeOf } from '../../../practice/random'

/** Our own accounts in the made-up year; the first is logged in. */
export const BRANDS = ['northwindair', 'northwindcare'] as readonly string[] as readonly Handle[]

/** The months of the year, 0 to 11; people look at posts at the end of each. */
export const MONTHS = 12

const START = Date.UTC(2026, 0, 1)
const MONTH = 30 * 86_400_000
const FIRST_MS = 1_288_834_974_657n

/** An account of the made-up world, whose handle may change at the beginning of a month. */
export interface Account {
  readonly index: number
  readonly xId: XId
  readonly names: readonly { readonly from: number; readonly handle: Handle }[]
  /** Whether the page always shows the id with the handle; of others it does so now and then. */
  readonly isAlwaysKnown: boolean
}

/** What a post of the made-up world is to us. */
export type PostKind = 'stranger' | 'to us' | 'by us' | 'under us' | 'repost' | 'quote' | 'advert' | 'among us' | 'in passing'

/** A post of the made-up world. */
export interface YearPost {
  readonly id: PostId
  readonly kind: PostKind
  /** Who writes it, or, of a post by us, to whom. */
  readonly account: number
  readonly month: number
  readonly at: number
  /** Gone before anybody of ours saw it. */
  readonly isGone: boolean
  /** We take it back by hand as soon as it was seen, and go on seeing it in other places. */
  readonly isTakenBack: boolean
}

/** What somebody is in the year: most stay as they are. */
const EVERY = 50
const isMover = (index: number): boolean => index % EVERY === 7
const isTaker = (index: number): boolean => index % EVERY === 8
const isRenamed = (index: number): boolean => index % EVERY < 5

/** So many accounts for so many posts. */
export function accountsOf(posts: number): readonly Account[] {
  return Array.from({ length: Math.ceil(posts / 25 / EVERY) * EVERY }, (_, index) => accountAt(index))
}

function accountAt(index: number): Account {
  const first = `user_${index}`
  const month = 1 + wholeOf(MONTHS - 2, index, 1)
  const moved = isMover(index) || isRenamed(index)
  // Who takes a handle goes by another one before, and has it from the very month in which its owner left it.
  const taken = isTaker(index) ? [{ from: 1 + wholeOf(MONTHS - 2, index - 1, 1), handle: `user_${index - 1}` }] : []
  const names = [{ from: 0, handle: first }, ...(moved ? [{ from: month, handle: `${first}_new` }] : []), ...taken] as unknown as Account['names']
  return { index, xId: String(7_000_000 + index) as XId, names, isAlwaysKnown: isMover(index) || isTaker(index) }
}

/** Two accounts each of which one person has: somebody joins them by hand. */
export function pairsOf(accounts: readonly Account[]): readonly (readonly [Account, Account])[] {
  return accounts.flatMap((account) => {
    const other = accounts[account.index + 1]
    return account.index % EVERY === 20 && other ? [[account, other] as const] : []
  })
}

/** The handle by which an account goes in a month. */
export function handleIn({ names }: Account, month: number): Handle {
  return names.findLast(({ from }) => from <= month)!.handle
}

/** Whether an account ever goes by another handle. */
export function everMoves({ names }: Account): boolean {
  return names.length > 1
}

const KINDS: readonly (readonly [PostKind, number])[] = [['to us', 0.12], ['by us', 0.08], ['under us', 0.04], ['repost', 0.05], ['quote', 0.04], ['advert', 0.03], ['among us', 0.02], ['in passing', 0.03], ['stranger', 1]]

/** The posts of the year, oldest first. */
export function postsOf(count: number, accounts: readonly Account[]): readonly YearPost[] {
  return Array.from({ length: count }, (_, index) => {
    const at = START + Math.floor((index / count) * MONTHS * MONTH)
    return {
      id: String(((BigInt(at) - FIRST_MS) << 22n) | BigInt(index & 0x3fffff)) as PostId,
      kind: kindAt(index),
      account: wholeOf(accounts.length, index, 3),
      month: Math.floor((at - START) / MONTH),
      at,
      isGone: chanceOf(index, 4) < 0.02,
      isTakenBack: chanceOf(index, 5) < 0.03,
    }
  })
}

function kindAt(index: number): PostKind {
  let left = chanceOf(index, 2)
  return (KINDS.find(([, share]) => (left -= share) < 0) ?? ['stranger'])[0]
}

/** Whether a post is a contact: what a person would say who reads it. */
export function isContact({ kind }: Pick<YearPost, 'kind'>): boolean {
  return kind === 'to us' || kind === 'by us' || kind === 'under us'
}

/** The post as a page shows it in a month: X names its author by the handle of that time. */
export function shownIn(post: YearPost, accounts: readonly Account[], month: number, isIdShown: boolean): SeenPost {
  const account = accounts[post.account]!
  const other = handleIn(account, month)
  const [us, care] = BRANDS as [Handle, Handle]
  const plain = { post: post.id, author: other, mentions: [], leading: 0, promoted: false, reposted: false, quotes: false, text: `Post ${post.id}`, ...(isIdShown && { xId: account.xId }) }
  switch (post.kind) {
    case 'to us':
      return { ...plain, mentions: [us], leading: 1 }
    case 'by us':
      return { ...plain, author: care, mentions: [other], leading: 1 }
    case 'under us':
      return { ...plain, under: us }
    case 'repost':
      return { ...plain, mentions: [us], leading: 1, reposted: true }
    case 'quote':
      return { ...plain, mentions: [us], leading: 1, quotes: true }
    case 'advert':
      return { ...plain, mentions: [us], leading: 1, promoted: true }
    case 'among us':
      return { ...plain, author: us, mentions: [care], leading: 1 }
    case 'in passing':
      return { ...plain, author: us, mentions: [other], leading: 0 }
    case 'stranger':
      return { ...plain, mentions: [handleIn(accounts[(post.account + 1) % accounts.length]!, month)], leading: 1 }
  }
}

/** When a month's posts are looked at, ms since 1970. */
export function endOf(month: number): number {
  return START + (month + 1) * MONTH
}
