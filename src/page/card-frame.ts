import { type Box, boxBeside } from './frame-place'
import { openOwnFrame, type OwnFrameOpening } from './own-frame'

/** What a card is opened with. */
export interface CardOpening extends Pick<OwnFrameOpening, 'url' | 'origin' | 'ticket' | 'theme'> {
  closed(): void
}

/** An open card. */
export interface CardFrame {
  readonly host: HTMLElement
  /** Until then it loads unseen. `beside` says where the badge is that the card belongs to, and is asked again when the window gets another size. */
  show(beside: () => DOMRect): void
  focus(): void
  /** Hides the card at once, and takes it away when it says that every word in it is safe. */
  close(): void
  /** Takes it away this instant: whoever is in the frame is not ours, or cannot answer any more. */
  drop(): void
}

const SIZE = { width: 380, height: 520 }
/** How long a closed card may take to bring its words to safety, in ms. */
const LEAVING = 1_000
/** Hidden it keeps its size, so that it has been laid out when it is shown. */
const HIDDEN = `:host{all:initial!important;position:fixed!important;left:0!important;top:0!important;width:${SIZE.width}px!important;height:${SIZE.height}px!important;display:block!important;visibility:hidden!important;opacity:0!important;pointer-events:none!important}iframe{display:block;inline-size:100%;block-size:100%;border:0}`
/** Important rules inside a root beat every rule of the page on the host, the host's own style attribute included. */
const cardCss = ({ left, top, width, height }: Box): string => `
:host{all:initial!important;position:fixed!important;left:${left}px!important;top:${top}px!important;width:${width}px!important;height:${height}px!important;z-index:2147483646!important;display:block!important;opacity:1!important;visibility:visible!important;border-radius:16px!important;box-shadow:0 8px 30px rgb(0 0 0/.28)!important;overflow:hidden!important}
iframe{display:block;inline-size:100%;block-size:100%;border:0;border-radius:16px;color-scheme:normal}
`

/** Puts the card on the page, unseen: an extension page in a frame in a closed root. The page around it will see a box. */
export function openCardFrame(document: Document, opening: CardOpening): CardFrame {
  let isClosed = false
  const end = new AbortController()
  function finish(): void {
    // The page may have taken the host away already: for the rest of us the card is open until this was said.
    if (isClosed) return
    isClosed = true
    end.abort()
    opening.closed()
  }
  const frame = openOwnFrame(document, {
    ...opening,
    css: HIDDEN,
    heard: (data) => (data === 'close' ? card.close() : data === 'left' && card.drop()),
    greeted: () => frame.focus(),
    lost: () => card.drop(),
  })
  const card: CardFrame = {
    host: frame.host,
    show(beside) {
      const place = (): void => frame.restyle(cardCss(boxBeside(beside(), SIZE, document.documentElement)))
      place()
      document.defaultView?.addEventListener('resize', place, { signal: end.signal })
    },
    focus: frame.focus,
    close() {
      if (!frame.say('leave')) return card.drop()
      frame.restyle(HIDDEN)
      setTimeout(() => frame.host.remove(), LEAVING)
      finish()
    },
    drop() {
      frame.host.remove()
      finish()
    },
  }
  return card
}
