import { type HandleKey, keyOf } from '../domain/handle'
import { type Badge, type BadgeFace, HOST_MARK, makeBadge } from './badge'
import { badgeCss, type BadgeLooks } from './badge-style'
import type { AuthorPlace } from './author-place'

/** A place whose author is known by handle. */
export type NamedPlace = AuthorPlace & { readonly handle: NonNullable<AuthorPlace['handle']> }

interface Mounted {
  readonly badge: Badge
  place: NamedPlace
  /** Folded once: every answer looks through all that is mounted. */
  key: HandleKey
}

/** All badges of the page. */
export interface BadgeLayer {
  /** Gives a unit exactly one badge per place: mounts, repaints, removes. */
  bind(unit: Element, places: readonly NamedPlace[]): void
  /** Paints the badges of some people again, or of all. */
  repaint(keys?: ReadonlySet<HandleKey>): void
  restyle(looks: BadgeLooks, shown: boolean): void
  /** The place whose badge an event hit. */
  placeAt(target: EventTarget | null): NamedPlace | undefined
  hostsIn(unit: Element): readonly HTMLElement[]
  /** Every place that has a badge on the page now, of these people or of all. */
  places(keys?: ReadonlySet<HandleKey>): readonly NamedPlace[]
  removeAll(): void
}

/** A page that takes our badge away again and again gets its way. */
const MOST_TRIES = 3
/** So many badges more than at the last sweep, and we look who is still on the page: what we hold, X cannot throw away. */
const MOST_NEW = 40

/** Makes the layer; `faceOf` says what a place's badge shows right now. */
export function makeBadgeLayer(document: Document, faceOf: (place: NamedPlace) => BadgeFace): BadgeLayer {
  const sheet = new CSSStyleSheet()
  const byUnit = new WeakMap<Element, Mounted[]>()
  const byHost = new WeakMap<EventTarget, Mounted>()
  const all = new Set<Mounted>()
  let tries = new WeakMap<Element, number>()
  let sweepAt = MOST_NEW
  let shown = true

  function bind(unit: Element, places: readonly NamedPlace[]): void {
    const before = byUnit.get(unit) ?? []
    if (places.length === 0 && before.length === 0) return
    const after = shown ? places.flatMap((place) => keep(before, place) ?? mount(place) ?? []) : []
    for (const old of before) if (!after.includes(old)) remove(old)
    byUnit.set(unit, after)
  }

  function keep(before: readonly Mounted[], place: NamedPlace): Mounted | undefined {
    const held = before.find(({ badge, place: was }) => was.surface === place.surface && badge.host.parentNode === place.anchor)
    if (!held) return undefined
    held.place = place
    held.key = keyOf(place.handle)
    all.add(held)
    held.badge.paint(faceOf(place))
    return held
  }

  function mount(place: NamedPlace): Mounted | undefined {
    const tried = tries.get(place.anchor) ?? 0
    if (tried >= MOST_TRIES) return undefined
    tries.set(place.anchor, tried + 1)
    const badge = makeBadge(document, sheet)
    const mounted = { badge, place, key: keyOf(place.handle) }
    badge.paint(faceOf(place))
    byHost.set(badge.host, mounted)
    all.add(mounted)
    place.anchor.append(badge.host)
    if (all.size > sweepAt) sweep()
    return mounted
  }

  /** X drops nodes without a word: what is off the page is forgotten, until it is bound again. */
  function sweep(): void {
    for (const mounted of all) if (!mounted.badge.host.isConnected) all.delete(mounted)
    sweepAt = all.size + MOST_NEW
  }

  function mountedOf(keys: ReadonlySet<HandleKey> | undefined): readonly Mounted[] {
    return keys ? [...all].filter(({ key }) => keys.has(key)) : [...all]
  }

  function remove(mounted: Mounted): void {
    mounted.badge.host.remove()
    all.delete(mounted)
  }

  return {
    bind,
    repaint(keys) {
      for (const { badge, place } of mountedOf(keys)) badge.paint(faceOf(place))
    },
    restyle(looks, show) {
      sheet.replaceSync(badgeCss(looks))
      shown = show
      if (show) return
      all.forEach(remove)
      tries = new WeakMap()
    },
    placeAt: (target) => (target ? byHost.get(target)?.place : undefined),
    hostsIn: (unit) => (byUnit.get(unit) ?? []).map(({ badge }) => badge.host).filter((host) => host.isConnected),
    places: (keys) => mountedOf(keys).filter(({ badge }) => badge.host.isConnected).map(({ place }) => place),
    removeAll: () => all.forEach(remove),
  }
}

/** Takes away what an earlier copy of this script, orphaned by a reload, left behind. */
export function removeLeftovers(document: Document): void {
  for (const host of document.querySelectorAll(`[${HOST_MARK}]`)) host.remove()
}
