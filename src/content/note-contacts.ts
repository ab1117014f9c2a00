import { askFromPage, Orphaned } from '../contract/ask'
import type { PostAddress, SeenPost } from '../domain/contact'
import type { Handle, PostId } from '../domain/handle'
import { type Contact, contactOf, isOurs, type Us, usOf, withoutOthers } from '../features/history/contact-rule'
import { MOST_SEEN } from '../features/history/seen-post'
import { awaiting, isNewer, sentAs, type SentReply } from '../features/history/sent-reply'
import { makeRecent } from '../features/people/recent'
import type { TabMemory } from '../features/people/tab-memory'
import type { PageSettings } from '../features/preferences/page-settings'
import type { AuthorPlace } from '../page/find-authors'
import { type KnownPost, readAddress, readWords } from '../page/read-address'
import { routeOf } from '../page/watch-route'
import type { Sending } from '../page/watch-sending'

/** Tells the background of posts on the page that concern us, each once in this tab; of all others nothing is told. */
export interface ContactNoter {
  see(places: readonly AuthorPlace[]): void
  /** The user is sending a reply: it counts when it appears. */
  sending(reply: Sending): void
}

/** What the noter needs from its entry. */
export interface ContactNoterEnds {
  readonly memory: TabMemory
  readonly settings: () => PageSettings | undefined
  readonly viewer: () => Handle | undefined
  orphaned(): void
}

/** Of at least so many posts a tab remembers that they were looked at. */
const REMEMBERED = 20_000
const RETRY = 2_000
const NOBODY: readonly Handle[] = []

/** Makes the noter of one page. */
export function makeContactNoter(window: Window, ends: ContactNoterEnds, signal: AbortSignal): ContactNoter {
  const told = makeRecent<PostId, true>(REMEMBERED)
  /** Posts that were looked at in vain; on a post's page, where neighbours may still come, every look counts. */
  let passed = makeRecent<PostId, true>(REMEMBERED)
  let passedFor: readonly Handle[] = NOBODY
  let waiting: readonly SeenPost[] = []
  let awaited: readonly SentReply[] = []
  let newest: PostId | undefined

  function see(places: readonly AuthorPlace[]): void {
    const brands = ends.settings()?.brandAccounts ?? NOBODY
    if (brands !== passedFor) passed = makeRecent(REMEMBERED)
    passedFor = brands
    const isLooking = brands.length + awaited.length > 0
    const open = isLooking ? openPost() : undefined
    for (const { surface, element, post } of places) {
      if (surface !== 'post' || !isKnown(post)) continue
      if (isLooking) look(element, post, brands, open)
      if (newest === undefined || isNewer(post.id, newest)) newest = post.id
    }
  }

  function openPost(): PostId | undefined {
    const route = routeOf(window.location.pathname)
    return route.name === 'post' ? route.id : undefined
  }

  function look(article: Element, post: KnownPost, brands: readonly Handle[], open: PostId | undefined): void {
    if (post.promoted || post.repostedBy || post.quoted || told.get(post.id) || (!open && passed.get(post.id))) return
    const address = readAddress(article, post, open)
    // Looking for the viewer costs more than reading the post: only what may count is worth it.
    const us = usOf(brands, awaited.length > 0 || contactOf(address, usOf(brands, undefined)) ? ends.viewer() : undefined)
    const answer = isOurs(post.author, us) ? answerOf(article, post.id) : undefined
    const contact = contactOf({ ...address, answers: answer }, us)
    if (contact) tell(seenPost(article, post, { ...address, answers: answer }, contact, us))
    else passed.set(post.id, true)
  }

  /** Whom a post of ours answers, where it was sent from this tab: each sent reply is one post. */
  function answerOf(article: Element, id: PostId): Handle | undefined {
    const sent = awaited.length > 0 ? sentAs(awaited, { id, text: readWords(article) }, Date.now()) : undefined
    awaited = awaited.filter((one) => one !== sent)
    return sent?.to
  }

  function seenPost(article: Element, post: KnownPost, address: PostAddress, contact: Contact, us: Us): SeenPost {
    const facts = ends.memory.factsOf(contact.other)
    const isHidden = facts?.isProtected && contact.direction === 'theirs'
    // What is kept of it from before goes too.
    if (isHidden) void askFromPage('history/gone', post.id).catch(() => undefined)
    return { ...withoutOthers(address, contact, us), text: isHidden ? '' : readWords(article), postedAt: post.postedAt, xId: facts?.xId, name: facts?.name }
  }

  function tell(seen: SeenPost): void {
    told.set(seen.post, true)
    waiting = [...waiting, seen]
    if (waiting.length === 1) window.requestAnimationFrame(flush)
  }

  /** In the frame after the one that asked who these people are. */
  function flush(): void {
    const batch = waiting.slice(0, MOST_SEEN)
    waiting = waiting.slice(MOST_SEEN)
    if (waiting.length > 0) window.requestAnimationFrame(flush)
    if (!signal.aborted) void send(batch, true)
  }

  async function send(batch: readonly SeenPost[], again: boolean): Promise<void> {
    try {
      await askFromPage('history/saw', batch)
    } catch (error) {
      if (error instanceof Orphaned) return ends.orphaned()
      if (again && !signal.aborted) window.setTimeout(() => void send(batch, false), RETRY)
    }
  }

  return {
    see,
    sending: (reply) => (awaited = awaiting(awaited, { ...reply, after: newest, at: Date.now() })),
  }
}

function isKnown(post: AuthorPlace['post']): post is KnownPost {
  return post?.id !== undefined
}
