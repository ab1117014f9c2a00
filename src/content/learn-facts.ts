import type { Handle, XId } from '../domain/handle'
import type { TabMemory } from '../features/people/tab-memory'
import { askPageFacts } from '../page/ask-page-facts'
import type { AuthorPlace } from '../page/find-authors'
import { readProfileFacts } from '../page/read-profile-facts'
import { routeOf } from '../page/watch-route'

/** Numbers that the page has already, kept in the tab's memory. */
export interface FactsLearner {
  /** The profile's own numbers; and, where the user said yes, what X's state says of these places' authors. */
  learn(places: readonly AuthorPlace[], fromState: boolean): void
  /** Our own account's id: without it a chat's other side cannot be told. */
  viewerId(fromState: boolean): XId | undefined
}

/** Makes the learner of one page. */
export function makeFactsLearner({ document, location }: Window, memory: TabMemory, viewer: () => Handle | undefined): FactsLearner {
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

  return {
    learn(places, fromState) {
      learnProfile(places)
      if (!fromState) return
      const handles = places.flatMap((place) => handleOf(place, memory) ?? [])
      ask(handles.filter((handle) => memory.factsOf(handle)?.followers === undefined), namelessIds(places, memory))
    },
    viewerId(fromState) {
      const handle = viewer()
      if (handle && fromState && !memory.factsOf(handle)) ask([handle], [])
      return handle && memory.factsOf(handle)?.xId
    },
  }
}

/** A place's handle: as the page shows it, or, where it shows the id alone, as we learned it. */
export function handleOf({ handle, xId }: AuthorPlace, memory: TabMemory): Handle | undefined {
  return handle ?? (xId && memory.handleOf(xId))
}

/** The ids of places whose handle nobody has told yet. */
export function namelessIds(places: readonly AuthorPlace[], memory: TabMemory): readonly XId[] {
  return places.flatMap((place) => (place.xId && !handleOf(place, memory) ? [place.xId] : []))
}
