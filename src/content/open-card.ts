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

/** The one card that a page may show. */
export interface CardOpener {
  /** Opens the card beside a badge; the same badge again closes it. */
  toggle(badge: HTMLElement, place: NamedPlace): void
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

  function show(badge: HTMLElement, place: NamedPlace): void {
    const ticket = askFromPage('card/ticket', subjectOf(place, memory))
    ticket.catch(() => isConnected() || orphaned())
    const card = openCardFrame(document, {
      url: browser.runtime.getURL(CARD),
      origin: ownOrigin(),
      ticket,
      theme: readTheme(document) === 'light' ? 'light' : 'dark',
      beside: badge.getBoundingClientRect(),
      closed: () => {
        if (open?.card === card) open = undefined
        if (badge.isConnected) badge.focus({ preventScroll: true })
      },
    })
    hosts.add(card.host)
    open = { card, badge, ticket }
  }

  return {
    toggle(badge, place) {
      if (!isConnected()) return orphaned()
      const same = open?.badge === badge
      open?.card.close()
      if (!same) show(badge, place)
    },
    close: () => open?.card.close(),
    drop: () => open?.card.drop(),
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
