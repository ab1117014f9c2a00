import { fold } from '../../../domain/fold'
import type { Reply, ReplyId } from '../reply'
import type { Usage } from '../usage'
import { fitOf, mayBeUsed, type Situation } from './fit'
import { matchText, type Searched, searched } from './match-text'
import { readReplyQuery, type ReplyQuery } from './reply-query'

/** Whom and where a search is for, and what is known of the replies' uses. */
export interface SearchContext extends Situation {
  /** ms since 1970 */
  readonly now: number
  readonly usage?: ReadonlyMap<ReplyId, Usage> | undefined
  /** Replies that this person or thread had already. */
  readonly usedHere?: ReadonlySet<ReplyId> | undefined
  /** Whether the archive is searched as well, without being asked for. */
  readonly withArchive?: boolean | undefined
}

/** A reply that was found; higher scores come first. */
export interface Hit {
  readonly reply: Reply
  readonly score: number
}

/** What is searched of a reply, folded. */
interface Folded {
  readonly triggers: readonly Searched[]
  readonly title: Searched
  readonly tags: readonly Searched[]
  readonly folder: string
  readonly bodies: Searched
}

const WEIGHTS = { trigger: 8, title: 6, tag: 4, body: 2 } as const
/** Without a query what fits is all; with one it only orders what was found alike. */
const FIT_WEIGHT = 0.5
const DAY = 86_400_000
const folded = new WeakMap<Reply, Folded>()

/** The replies that a query finds, the best first; for an empty one those that fit this person and situation best. What may not be used there is left out. */
export function searchReplies(replies: readonly Reply[], query: string, context: SearchContext): readonly Hit[] {
  const asked = readReplyQuery(query)
  const words = asked.words.map(searched)
  const hits: Hit[] = []
  for (const reply of replies) {
    if (!isWanted(reply, asked, context)) continue
    const found = scoreOf(reply, words)
    if (found > 0) hits.push({ reply, score: found + FIT_WEIGHT * fitOf(reply, context) })
  }
  return hits.sort((one, other) => other.score - one.score || (one.reply.title < other.reply.title ? -1 : 1))
}

/** Folds a library ahead of the first search, so that the first key costs no more than the next. */
export function prepareSearch(replies: readonly Reply[]): void {
  for (const reply of replies) foldedOf(reply)
}

/** Where the words of a query stand in a title, each [from, to), to be marked; none where folding moved its letters. */
export function placesInTitle(title: string, query: string): readonly (readonly [number, number])[] {
  const text = fold(title)
  if (text.length !== title.length) return []
  return readReplyQuery(query).words.flatMap((word) => {
    const at = text.indexOf(word)
    return at < 0 ? [] : [[at, at + word.length] as const]
  })
}

function isWanted(reply: Reply, { tags, folders, langs, dm, unusedDays, is }: ReplyQuery, context: SearchContext): boolean {
  if (is.includes('archived') ? !reply.archived : reply.archived && !context.withArchive) return false
  if (!mayBeUsed(reply, context)) return false
  if (is.includes('favourite') && !reply.favourite) return false
  if ((is.includes('shared') && !reply.shared) || (is.includes('private') && reply.shared)) return false
  if (dm !== undefined && dm !== (reply.scope.surface === 'dm')) return false
  if (unusedDays !== undefined && context.now - lastUse(reply, context) < unusedDays * DAY) return false
  if (langs.some((lang) => !languagesOf(reply).some((own) => own === lang || own.startsWith(`${lang}-`)))) return false
  if (tags.length === 0 && folders.length === 0) return true
  const { tags: own, folder } = foldedOf(reply)
  return tags.every((tag) => own.some(({ text }) => text.startsWith(tag))) && folders.every((asked) => folder.startsWith(asked))
}

/** How well every word is found, 0 where one is not found at all. */
function scoreOf(reply: Reply, words: readonly Searched[]): number {
  let score = 1
  for (const word of words) {
    const best = bestOf(foldedOf(reply), word)
    if (best === 0) return 0
    score += best
  }
  return score
}

function bestOf({ triggers, title, tags, bodies }: Folded, word: Searched): number {
  let best = WEIGHTS.title * matchText(title, word, true)
  for (const trigger of triggers) best = Math.max(best, WEIGHTS.trigger * matchText(trigger, word, true))
  for (const tag of tags) best = Math.max(best, WEIGHTS.tag * matchText(tag, word, false))
  return best > WEIGHTS.body ? best : Math.max(best, WEIGHTS.body * matchText(bodies, word, true))
}

function foldedOf(reply: Reply): Folded {
  const held = folded.get(reply)
  if (held) return held
  const bodies = [reply.body, ...reply.variants, ...Object.values(reply.langs).flat()]
  const made = {
    triggers: [reply.trigger, ...reply.aliases].filter((trigger) => trigger !== '').map(foldedText),
    title: foldedText(reply.title),
    tags: reply.tags.map(foldedText),
    folder: fold(reply.folder),
    bodies: searched(bodies.map(fold).join('\n')),
  }
  folded.set(reply, made)
  return made
}

function foldedText(text: string): Searched {
  return searched(fold(text))
}

function languagesOf(reply: Reply): readonly string[] {
  return [reply.lang, ...Object.keys(reply.langs)].map((lang) => lang.toLowerCase())
}

/** When a reply was used last; one that never was counts from when it was written. */
function lastUse({ id, created }: Reply, { usage }: SearchContext): number {
  return usage?.get(id)?.lastUsed ?? created
}
