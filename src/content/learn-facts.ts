import { concernOf } from '../domain/concern'
import type { Facts } from '../domain/facts'
import { type Handle, type HandleKey, keyOf, type PostId, type XId } from '../domain/handle'
import { originOf } from '../domain/join-facts'
import type { Post } from '../domain/post'
import { makeRecent } from '../features/people/recent'
import type { TabMemory } from '../features/people/tab-memory'
import type { PageSettings } from '../features/preferences/page-settings'
import { askPageFacts } from '../page/ask-page-facts'
import type { AuthorPlace } from '../page/find-authors'
import { readWords } from '../page/read-address'
import { readProfileFacts } from '../page/read-profile-facts'
import { readShownFacts } from '../page/read-shown-facts'
import { routeOf } from '../page/watch-route'

/** Numbers that the page has already, kept in the tab's memory. */
export interface FactsLearner {
  /**
   * The profile's own numbers, and those that it or a hover card shows; the reactions on posts; and, where the user said yes, what X's state says
   * of these places' authors. Gives those of whom other badges may show an older score.
   */
  learn(places: readonly AuthorPlace[], fromState: boolean): ReadonlySet<HandleKey>
  /** Looks through the posts of people whom we hold for what concerns us, each once. */
  noteConcerns(places: readonly AuthorPlace[]): void
  /** Our own account's id: without it a chat's other side cannot be told. */
  viewerId(fromState: boolean): XId | undefined
}

/** What the learner needs from its entry. */
export interface LearnerEnds {
  readonly viewer: () => Handle | undefined
  readonly settings: () => PageSettings | undefined
}

/** Of at least so many posts of people whom we hold a page remembers that it looked through them. */
const LOOKED_AT = 20_000

/** Makes the learner of one page. */
export function makeFactsLearner({ document, location }: Window, memory: TabMemory, ends: LearnerEnds): FactsLearner {
  const looked = makeRecent<PostId, true>(LOOKED_AT)

  function ask(handles: readonly Handle[], xIds: readonly XId[]): void {
    if (handles.length + xIds.length > 0) memory.keepFacts(askPageFacts(document, { handles, xIds }, Date.now()))
  }

  function learnProfile(places: readonly AuthorPlace[]): void {
    if (!places.some(({ surface }) => surface === 'profile')) return
    const route = routeOf(location.pathname)
    if (route.name !== 'profile') return
    const facts = readProfileFacts(document, route.handle, Date.now())
    if (facts) memory.keepFacts([facts])
  }

  /** Rounded numbers are read only where no exact ones are known. */
  function learnShown(places: readonly AuthorPlace[]): void {
    for (const { surface, element, handle, xId } of places) {
      if (!handle || (surface !== 'profile' && surface !== 'hover-card') || isSure(memory.factsOf(handle))) continue
      const root = surface === 'profile' ? document.documentElement : element
      const facts = readShownFacts(root, { handle, xId }, document.documentElement.lang, Date.now())
      if (facts) memory.keepFacts([facts])
    }
  }

  function countPosts(places: readonly AuthorPlace[]): ReadonlySet<HandleKey> {
    const stirred = new Set<HandleKey>()
    for (const { surface, handle, post } of places) {
      if (surface !== 'post' || !handle || !post?.id || memory.isCounted(post.id)) continue
      if (post.promoted || post.answers || !mayCount(post.id)) continue
      if (memory.countPost(post, Date.now())) stirred.add(keyOf(handle))
    }
    return stirred
  }

  /** On a post's page only the post that it is about may be no answer. */
  function mayCount(post: PostId): boolean {
    const route = routeOf(location.pathname)
    return route.name !== 'post' || route.id === post
  }

  /** Words are read only of people whom we hold, and only where there is something to look for; what addresses us is a contact, and counted as that. */
  function noteConcern(article: Element, post: Post): void {
    const { tracked = { names: [], topics: [] }, brandAccounts = [] } = ends.settings() ?? {}
    const us = brandAccounts.map(keyOf)
    const words = tracked.names.length + tracked.topics.length > 0 ? readWords(article).toLowerCase() : ''
    if (us.some((key) => words.includes(`@${key}`))) return
    const concern = post.quoted && us.includes(keyOf(post.quoted)) ? 'passedOn' : concernOf(words, tracked)
    if (concern) memory.noteConcern(post.author, { at: post.postedAt ?? Date.now(), concern })
  }

  return {
    learn(places, fromState) {
      learnProfile(places)
      if (fromState) {
        const handles = places.flatMap((place) => handleOf(place, memory) ?? [])
        ask(handles.filter((handle) => !isAsked(memory.factsOf(handle))), namelessIds(places, memory))
      }
      learnShown(places)
      return countPosts(places)
    },
    noteConcerns(places) {
      for (const { surface, element, post } of places) {
        if (surface !== 'post' || !post?.id || looked.get(post.id) || !memory.cardOf(post.author)) continue
        looked.set(post.id, true)
        noteConcern(element, post)
      }
    },
    viewerId(fromState) {
      const handle = ends.viewer()
      if (handle && fromState && !memory.factsOf(handle)) ask([handle], [])
      return handle && memory.factsOf(handle)?.xId
    },
  }
}

const DAY = 86_400_000

/** Exact, and of today: what is kept of earlier days does not spare the look. */
function isSure(facts: Facts | undefined): boolean {
  if (facts?.followers === undefined) return false
  const { source, seenAt } = originOf(facts, 'followers')
  return source !== 'shown' && Date.now() - seenAt < DAY
}

/** What is kept of today spares the look, but for what is kept nowhere: who is protected now. */
function isAsked(facts: Facts | undefined): boolean {
  return isSure(facts) && facts?.isProtected !== undefined
}

/** A place's handle: as the page shows it, or, where it shows the id alone, as we learned it. */
export function handleOf({ handle, xId }: AuthorPlace, memory: TabMemory): Handle | undefined {
  return handle ?? (xId && memory.handleOf(xId))
}

/** The ids of places whose handle nobody has told yet. */
export function namelessIds(places: readonly AuthorPlace[], memory: TabMemory): readonly XId[] {
  return places.flatMap((place) => (place.xId && !handleOf(place, memory) ? [place.xId] : []))
}
