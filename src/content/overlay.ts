import type { Sighting } from '../domain/card'
import { accountFactsOf } from '../domain/account-facts'
import type { Facts } from '../domain/facts'
import { type Handle, type HandleKey, type XId } from '../domain/handle'
import { influence } from '../domain/influence'
import { faceOf } from '../features/people/badge-face'
import { makeTabMemory, type TabMemory } from '../features/people/tab-memory'
import type { PageSettings } from '../features/preferences/page-settings'
import { askPageFacts } from '../page/ask-page-facts'
import { type BadgeLayer, makeBadgeLayer, type NamedPlace } from '../page/badge-layer'
import { type AuthorPlace, placesOf } from '../page/find-authors'
import { readProfileFacts } from '../page/read-profile-facts'
import { routeOf } from '../page/watch-route'
import { unitsOn } from '../page/watch-units'
import { badgeWords } from './badge-words'
import { type LookUpEnds, makeLookUpQueue } from './look-up-queue'

/** The overlay of one page. */
export interface Overlay {
  readonly layer: BadgeLayer
  readonly memory: TabMemory
  readonly settings: () => PageSettings | undefined
  /** Reads units of the page and gives each author a badge, before the next paint. */
  show(units: Iterable<Element>): void
  /** What was held on these people is out of date: asks again for those on the page. */
  refresh(keys: readonly HandleKey[]): void
  takeSettings(settings: PageSettings): void
  /** Every place on the page whose author is known by handle, with a badge or without. */
  placesNow(): readonly NamedPlace[]
  greet(): void
}

/** What the overlay needs from its entry. */
export interface OverlayEnds {
  readonly viewer: () => Handle | undefined
  orphaned(): void
  settingsCame(settings: PageSettings): void
}

/** Makes the overlay: reading, scoring, looking up and painting, joined. */
export function makeOverlay(window: Window, ends: OverlayEnds, signal: AbortSignal): Overlay {
  const { document } = window
  const memory = makeTabMemory()
  const words = badgeWords()
  const queue = makeLookUpQueue(window, { viewer: ends.viewer, orphaned: ends.orphaned, answered }, signal)
  const layer = makeBadgeLayer(document, ({ handle }) => faceOf(handle, memory.cardOf(handle), scoreOf(memory.factsOf(handle)), words))
  let settings: PageSettings | undefined
  const nameless = new Set<Element>()

  function show(units: Iterable<Element>): void {
    if (settings?.accountFacts) learnViewer()
    const context = pageContext()
    const read = [...units].map((unit) => ({ unit, places: placesOf(unit, context) }))
    const places = read.flatMap(({ places }) => places)
    learnFacts(places, context.path)
    for (const { unit, places } of read) {
      const named = places.flatMap((place) => name(place) ?? [])
      if (named.length < places.length) nameless.add(unit)
      layer.bind(unit, named)
    }
    if (settings?.shown !== false) askAbout(places)
  }

  function pageContext() {
    return { path: window.location.pathname, viewerId: viewerId() }
  }

  function placesNow(): readonly NamedPlace[] {
    const context = pageContext()
    return [...unitsOn(document)].flatMap((unit) => placesOf(unit, context)).flatMap((place) => name(place) ?? [])
  }

  function askAbout(places: readonly AuthorPlace[]): void {
    const named = places.flatMap((place) => name(place) ?? [])
    const unknown = named.map(sightingOf).filter((sighting) => !memory.knows(sighting))
    const ids = places.flatMap(({ handle, xId }) => (!handle && xId && !memory.handleOf(xId) ? [xId] : []))
    if (unknown.length + ids.length > 0) queue.add(unknown, ids)
  }

  /** Numbers that the page has already: the profile's own, and X's state where the user said yes. */
  function learnFacts(places: readonly AuthorPlace[], path: string): void {
    const route = routeOf(path)
    if (route.name === 'profile' && places.some(({ surface }) => surface === 'profile')) keepProfile(route.handle)
    if (!settings?.accountFacts) return
    const handles = places.flatMap((place) => name(place)?.handle ?? []).filter((handle) => memory.factsOf(handle)?.followers === undefined)
    const xIds = places.flatMap(({ handle, xId }) => (!handle && xId && !memory.handleOf(xId) ? [xId] : []))
    if (handles.length + xIds.length > 0) memory.keepFacts(askPageFacts(document, { handles, xIds }, Date.now()))
  }

  /** Our own account's id: without it a chat's other side cannot be told. */
  function learnViewer(): void {
    const viewer = ends.viewer()
    if (viewer && !memory.factsOf(viewer)) memory.keepFacts(askPageFacts(document, { handles: [viewer], xIds: [] }, Date.now()))
  }

  function keepProfile(handle: Handle): void {
    const facts = readProfileFacts(document, handle, Date.now())
    if (facts) memory.keepFacts([facts])
  }

  function name(place: AuthorPlace): NamedPlace | undefined {
    const handle = place.handle ?? (place.xId && memory.handleOf(place.xId))
    return handle && { ...place, handle }
  }

  function sightingOf({ handle, xId }: NamedPlace): Sighting {
    return { handle, xId: xId ?? memory.factsOf(handle)?.xId }
  }

  function viewerId(): XId | undefined {
    const viewer = ends.viewer()
    return viewer && memory.factsOf(viewer)?.xId
  }

  function answered(...[asked, answer]: Parameters<LookUpEnds['answered']>): void {
    memory.keep(asked, answer.cards)
    for (const { xId, handle } of answer.named) memory.keepName(xId, handle)
    takeSettings(answer.settings)
    layer.repaint(new Set(asked.map(({ handle }) => handle.toLowerCase() as unknown as HandleKey)))
    if (answer.named.length > 0) show(takeNameless())
  }

  function takeSettings(next: PageSettings): void {
    // They ride with every answer and hardly ever differ; styling every badge anew is what costs.
    if (settings && isSame(settings, next)) return
    const hadFacts = settings?.accountFacts
    settings = next
    ends.settingsCame(next)
    if (next.accountFacts && !hadFacts) refreshAll()
  }

  function takeNameless(): readonly Element[] {
    const units = [...nameless].filter((unit) => unit.isConnected)
    nameless.clear()
    return units
  }

  function refreshAll(): void {
    show(unitsOn(document))
  }

  function refresh(keys: readonly HandleKey[]): void {
    memory.forget(keys)
    const changed = new Set<string>(keys)
    if (settings?.shown !== false) queue.again(layer.places().filter(({ handle }) => changed.has(handle.toLowerCase())).map(sightingOf))
  }

  return { layer, memory, settings: () => settings, show, refresh, takeSettings, placesNow, greet: queue.greet }
}

function isSame(one: PageSettings, other: PageSettings): boolean {
  return one.accountFacts === other.accountFacts && one.density === other.density && one.position === other.position && one.shown === other.shown
}

/** The score of an account, 0 to 100; undefined without facts. */
function scoreOf(facts: Facts | undefined): number | undefined {
  return facts && influence(accountFactsOf(facts, Date.now()))?.score
}
