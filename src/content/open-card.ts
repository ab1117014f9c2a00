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
/** How long a card waits for the click that its badge's press began, in ms. */
const PRESS = 1_000

/** A card on its way: it shows nobody before it is given a ticket. */
interface Coming {
  readonly badge: HTMLElement
  readonly card: CardFrame
  give(ticket: Promise<string>): void
}

/** The one card that a page may show. */
export interface CardOpener {
  /** Opens the card beside a badge; the same badge again closes it. */
  toggle(badge: HTMLElement, place: NamedPlace): void
  /** A press on a badge began: its card's page loads, unseen, while the button is still held. */
  prepare(badge: HTMLElement): void
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
  let coming: Coming | undefined

  function load(badge: HTMLElement): Coming {
    let give: Coming['give'] = () => undefined
    const ticket = new Promise<string>((resolve) => (give = resolve))
    ticket.catch(() => undefined)
    const closed = (): void => {
      if (open?.card !== card) return
      open = undefined
      if (badge.isConnected) badge.focus({ preventScroll: true })
    }
    const theme = readTheme(document) === 'light' ? 'light' : 'dark'
    const card = openCardFrame(document, { url: browser.runtime.getURL(CARD), origin: ownOrigin(), ticket, theme, closed })
    hosts.add(card.host)
    return { badge, card, give }
  }

  function show(badge: HTMLElement, place: NamedPlace): void {
    const ticket = askFromPage('card/ticket', subjectOf(place, memory))
    ticket.catch(() => isConnected() || orphaned())
    const { card, give } = coming?.badge === badge && coming.card.host.isConnected ? coming : load(badge)
    coming = undefined
    open = { card, badge, ticket }
    card.show(badge.getBoundingClientRect())
    give(ticket)
  }

  function prepare(badge: HTMLElement): void {
    if (!isConnected() || open?.badge === badge) return
    coming?.card.drop()
    const loading = load(badge)
    coming = loading
    setTimeout(() => {
      if (coming !== loading) return
      coming = undefined
      loading.card.drop()
    }, PRESS)
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
      coming?.card.drop()
      open?.card.drop()
    },
    gone: (ticket) => {
      const held = open
      void held?.ticket.then((own) => own === ticket && held.card.drop())
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
