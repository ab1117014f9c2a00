import type { Sighting } from '../domain/card'
import { type Handle, type HandleKey, keyOf, type XId } from '../domain/handle'
import { makeTabMemory, type TabMemory } from '../features/people/tab-memory'
import type { PageSettings } from '../features/preferences/page-settings'
import { type BadgeLayer, makeBadgeLayer, type NamedPlace } from '../page/badge-layer'
import { type AuthorPlace, type PageContext, placesOf } from '../page/find-authors'
import { unitsOn } from '../page/watch-units'
import { handleOf, makeFactsLearner, namelessIds } from './learn-facts'
import { type LookUpEnds, makeLookUpQueue } from './look-up-queue'
import { makeFace } from './make-face'
import { makeFactsTeller } from './tell-facts'

/** The overlay of one page. */
export interface Overlay {
  readonly layer: BadgeLayer
  readonly memory: TabMemory
  readonly settings: () => PageSettings | undefined
  /** Reads units of the page and gives each author a badge, before the next paint. */
  show(units: Iterable<Element>): void
  /** What was held on these people is out of date: asks again for those on the page. */
  refresh(keys: readonly HandleKey[]): void
  /** Settings were changed just now. An answer may have brought them already, but before page-facts stood in this tab. */
  changeSettings(settings: PageSettings): void
  /** Every place on the page whose author is known by handle, with a badge or without. */
  placesNow(): readonly NamedPlace[]
  greet(): void
}

/** What the overlay needs from its entry. */
export interface OverlayEnds {
  readonly viewer: () => Handle | undefined
  orphaned(): void
  settingsCame(settings: PageSettings): void
  /** These places were read just now. */
  shown(places: readonly AuthorPlace[]): void
}

/** Makes the overlay: reading, scoring, looking up and painting, joined. */
export function makeOverlay(window: Window, ends: OverlayEnds, signal: AbortSignal): Overlay {
  const { document } = window
  const memory = makeTabMemory()
  const facts = makeFactsLearner(window, memory, { viewer: ends.viewer, settings: () => settings })
  const queue = makeLookUpQueue(window, { viewer: ends.viewer, orphaned: ends.orphaned, answered }, signal)
  const layer = makeBadgeLayer(document, makeFace(memory, () => settings))
  const teller = makeFactsTeller(window, memory, () => settings?.numbers, ends.orphaned, signal)
  /** Units with a place that shows an id alone: shown again when somebody told the handle. */
  const nameless = new Set<Element>()
  let settings: PageSettings | undefined
  /** The settings as one text: they ride with every answer and hardly ever differ. */
  let settingsText: string | undefined
  // Asked for by chats alone: looking for the viewer on every page would cost more than reading a post.
  const context: PageContext = {
    get path() {
      return window.location.pathname
    },
    get viewerId() {
      return facts.viewerId(fromState())
    },
  }

  function show(units: Iterable<Element>): void {
    teller.stir()
    const seen = [...units].map((unit) => ({ unit, places: placesOf(unit, context) }))
    const places = seen.flatMap(({ places }) => places)
    const stirred = facts.learn(places, fromState())
    const known = seen.map(({ unit, places }) => ({ unit, places: knownIn(unit, places) }))
    const shown = known.flatMap(({ places }) => places)
    // Before anything is painted: the background looks up meanwhile.
    if (settings?.shown !== false) askAbout(shown, namelessIds(places, memory))
    for (const { unit, places } of known) layer.bind(unit, places)
    if (stirred.size > 0) layer.repaint(stirred)
    facts.noteConcerns(shown)
    ends.shown(places)
  }

  function fromState(): boolean {
    return settings?.accountFacts === true
  }

  function knownIn(unit: Element, places: readonly AuthorPlace[]): readonly NamedPlace[] {
    const known = named(places)
    if (known.length < places.length) nameless.add(unit)
    return known
  }

  function askAbout(places: readonly NamedPlace[], ids: readonly XId[]): void {
    const unknown = places.map(sightingOf).filter((sighting) => !memory.knows(sighting))
    if (unknown.length + ids.length > 0) queue.add(unknown, ids)
  }

  function named(places: readonly AuthorPlace[]): readonly NamedPlace[] {
    return places.flatMap((place) => {
      const handle = handleOf(place, memory)
      return handle ? [place.handle ? (place as NamedPlace) : { ...place, handle }] : []
    })
  }

  function sightingOf({ handle, xId }: NamedPlace): Sighting {
    return { handle, xId: xId ?? memory.factsOf(handle)?.xId }
  }

  function answered(...[asked, answer]: Parameters<LookUpEnds['answered']>): void {
    const known = asked.filter(hasCard)
    memory.keep(asked, answer.cards)
    for (const { xId, handle } of answer.named) memory.keepName(xId, handle)
    teller.add(asked)
    takeSettings(answer.settings)
    // A stranger's badge says already what it will say.
    const told = [...known, ...asked.filter(hasCard)]
    if (told.length > 0) showTold(new Set(told.map(({ handle }) => keyOf(handle))))
    if (answer.named.length > 0) showNameless()
  }

  function showTold(told: ReadonlySet<HandleKey>): void {
    layer.repaint(told)
    facts.noteConcerns(layer.places(told))
  }

  function changeSettings(next: PageSettings): void {
    takeSettings(next)
    if (next.accountFacts) show(unitsOn(document))
  }

  function hasCard({ handle }: Sighting): boolean {
    return memory.cardOf(handle) !== undefined
  }

  function takeSettings(next: PageSettings): void {
    const text = JSON.stringify(next)
    // Styling every badge anew is what costs.
    if (text === settingsText) return
    settingsText = text
    const before = settings
    settings = next
    ends.settingsCame(next)
    const isMore = (next.accountFacts && !before?.accountFacts) || (next.shown && before?.shown === false)
    if (before || next.numbers || next.rules.length > 0) layer.repaint()
    if (isMore) show(unitsOn(document))
    else if (!isSameList(next.brandAccounts, before?.brandAccounts ?? [])) ends.shown(placesNow())
  }

  function showNameless(): void {
    const units = [...nameless].filter((unit) => unit.isConnected)
    nameless.clear()
    show(units)
  }

  function refresh(keys: readonly HandleKey[]): void {
    memory.forget(keys)
    const changed = new Set(keys)
    if (settings?.shown !== false) queue.again(layer.places(changed).map(sightingOf))
  }

  function placesNow(): readonly NamedPlace[] {
    return named([...unitsOn(document)].flatMap((unit) => placesOf(unit, context)))
  }

  return { layer, memory, settings: () => settings, show, refresh, changeSettings, placesNow, greet: queue.greet }
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
