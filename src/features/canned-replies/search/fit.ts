import type { Reply, ReplyId } from '../reply'
import type { Surface } from '../reply-use'
import type { Usage } from '../usage'

/** Whom a reply is for, and where it would go. Whatever is absent does not matter. */
export interface Situation {
  readonly now: number
  readonly surface?: Surface | undefined
  /** The brand account that writes. */
  readonly account?: string | undefined
  readonly team?: string | undefined
  /** The languages that this person reads, the best first. */
  readonly languages?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly lifecycle?: string | undefined
  readonly sentiment?: number | undefined
  readonly usage?: ReadonlyMap<ReplyId, Usage> | undefined
  readonly usedHere?: ReadonlySet<ReplyId> | undefined
}

/** How long a use counts half, in ms. */
const HALF_LIFE = 7 * 86_400_000

/** Whether a reply may be used at this place at all: one for direct messages is never shown where everybody reads along. */
export function mayBeUsed({ scope }: Reply, { surface, account, team }: Situation): boolean {
  if (surface !== undefined && scope.surface !== 'both' && (scope.surface === 'dm') !== (surface === 'dm')) return false
  if (account !== undefined && scope.accounts.length > 0 && !scope.accounts.some((one) => one.toLowerCase() === account.toLowerCase())) return false
  return team === undefined || scope.teams.length === 0 || scope.teams.includes(team)
}

/** How well a reply fits a situation, higher is better. Every part lies between -2 and 2, so that none decides alone. */
export function fitOf(reply: Reply, situation: Situation): number {
  return (reply.favourite ? 0.5 : 0) + fitOfStage(reply, situation) + fitOfMood(reply, situation) + fitOfWords(reply, situation) + fitOfUses(reply, situation)
}

function fitOfStage({ scope }: Reply, { lifecycle }: Situation): number {
  if (lifecycle === undefined || scope.lifecycle.length === 0) return 0
  return scope.lifecycle.some((stage) => stage.toLowerCase() === lifecycle.toLowerCase()) ? 1.5 : -1.5
}

function fitOfMood({ scope }: Reply, { sentiment }: Situation): number {
  const { sentimentMin = -1, sentimentMax = 1 } = scope
  if (sentiment === undefined || (scope.sentimentMin === undefined && scope.sentimentMax === undefined)) return 0
  return sentiment >= sentimentMin && sentiment <= sentimentMax ? 1.5 : -1.5
}

/** Their language, and tags that the reply and the person share. */
function fitOfWords(reply: Reply, { languages = [], tags = [] }: Situation): number {
  const [wished] = languages
  const own = wished === undefined ? [] : [reply.lang, ...Object.keys(reply.langs)].filter((lang) => lang !== '')
  const speaks = own.some((lang) => baseOf(lang) === baseOf(wished ?? ''))
  const shared = tags.filter((tag) => reply.tags.includes(tag)).length
  return (own.length === 0 ? 0 : speaks ? 1 : -1) + Math.min(1, shared)
}

/** Used lately and with good outcomes speaks for it; had by this person already speaks against it. */
function fitOfUses({ id }: Reply, { now, usage, usedHere }: Situation): number {
  const used = usage?.get(id)
  const lately = used === undefined ? 0 : 2 ** -(Math.max(0, now - used.lastUsed) / HALF_LIFE)
  return lately * 1.5 + (used?.outcome ?? 0) + (usedHere?.has(id) ? -2 : 0) - (used?.undoRate ?? 0)
}

function baseOf(lang: string): string {
  return lang.toLowerCase().split('-')[0] ?? ''
}
