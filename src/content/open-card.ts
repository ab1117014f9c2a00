import browser from 'webextension-polyfill'
import { askFromPage, isConnected } from '../contract/ask'
import { postUrl } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { TabMemory } from '../features/people/tab-memory'
import type { NamedPlace } from '../page/badge-layer'
import { type CardFrame, openCardFrame } from '../page/card-frame'
import { readTheme } from '../page/read-theme'
import { ownOrigin } from './own-origin'

const CARD = 'src/card/card.html'
/** How long a card waits for a click after a hand came near a badge, in ms. */
const SPARE = 20_000
/** How long a ticket that nobody used is taken for good, in ms: the background keeps it for 5 s. */
const FRESH = 4_000

/** A card without anybody in it: it shows nothing before it is given a ticket. */
interface SpareCard {
  readonly card: CardFrame
  /** Closed: the focus goes back to this badge. */
  give(badge: HTMLElement, ticket: Promise<string>): void
}

/** The one card that a page may show. */
export interface CardOpener {
  /** Opens the card beside a badge; the same badge again closes it. */
  toggle(badge: HTMLElement, place: NamedPlace): void
  /** Somebody points at a badge: its ticket is asked for, and a card's page loads, unseen, for whichever badge is pressed next. */
  prepare(badge: HTMLElement, place: NamedPlace): void
  close(): void
  /** Takes the card away without asking it: its extension is gone. */
  drop(): void
  /** The card with this ticket is no longer in its frame: whatever is there now goes. */
  gone(ticket: string): void
  isCard(target: EventTarget | null): boolean
  current(): CardFrame | undefined
}

/** Makes the opener. After a card closes, the focus is back on its badge. */
export function makeCardOpener(window: Window, memory: TabMemory, orphaned: () => void): CardOpener {
  const { document } = window
  const hosts = new WeakSet<EventTarget>()
  let open: { card: CardFrame; badge: HTMLElement; ticket: Promise<string> } | undefined
  let spare: SpareCard | undefined
  let held: { about: string; at: number; ticket: Promise<string> } | undefined
  let isOld: ReturnType<typeof setTimeout> | undefined

  function load(): SpareCard {
    let give: (ticket: Promise<string>) => void = () => undefined
    const ticket = new Promise<string>((resolve) => (give = resolve))
    ticket.catch(() => undefined)
    const closed = (): void => {
      if (open?.card !== card) return
      // Still the open one: the focus that we give back is no hand that comes near.
      if (open.badge.isConnected) open.badge.focus({ preventScroll: true })
      open = undefined
    }
    const card = openCardFrame(document, { url: browser.runtime.getURL(CARD), origin: ownOrigin(), ticket, theme: () => readTheme(document), closed })
    hosts.add(card.host)
    return { card, give(badge, own) { open = { card, badge, ticket: own }; give(own) } }
  }

  function show(badge: HTMLElement, place: NamedPlace): void {
    const ticket = ticketFor(place)
    ticket.catch(() => isConnected() || orphaned())
    held = undefined
    const { card, give } = spare?.card.host.isConnected ? spare : load()
    spare = undefined
    card.show(() => badge.getBoundingClientRect())
    give(badge, ticket)
  }

  /** One ticket for the same words about the same place; a badge may be somebody else's by the time it is pressed. */
  function ticketFor(place: NamedPlace): Promise<string> {
    const subject = subjectOf(place, memory)
    const about = JSON.stringify(subject)
    if (held?.about === about && Date.now() < held.at + FRESH) return held.ticket
    const ticket = askFromPage('card/ticket', subject)
    held = { about, at: Date.now(), ticket }
    return ticket
  }

  function prepare(badge: HTMLElement, place: NamedPlace): void {
    if (!isConnected() || open?.badge === badge) return
    ticketFor(place).catch(() => (held = undefined))
    if (!spare?.card.host.isConnected) spare = load()
    clearTimeout(isOld)
    isOld = setTimeout(discard, SPARE)
  }

  function discard(): void {
    spare?.card.drop()
    spare = undefined
  }

  return {
    toggle(badge, place) {
      if (!isConnected()) return orphaned()
      const same = open?.badge === badge
      open?.card.close()
      if (!same) show(badge, place)
    },
    prepare,
    close: () => open?.card.close(),
    drop: () => {
      discard()
      open?.card.drop()
    },
    gone: (ticket) => {
      const shown = open
      void shown?.ticket.then((own) => own === ticket && shown.card.drop())
    },
    // A card that is leaving is still one.
    isCard: (target) => target !== null && hosts.has(target),
    current: () => open?.card,
  }
}

/** Whom a place is about, with all that the page told of them. */
export function subjectOf({ handle, xId, post }: Pick<NamedPlace, 'handle' | 'xId' | 'post'>, memory: TabMemory): Subject {
  const facts = memory.factsOf(handle)
  return { handle, xId: xId ?? facts?.xId, name: facts?.name, facts, post: post?.id && postUrl(post.author, post.id) }
}
