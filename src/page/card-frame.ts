import { HOST_MARK } from './badge'

/** What a card is opened with. */
export interface CardOpening {
  /** The card's page, at the extension's own address. */
  readonly url: string
  /** The origin that the frame will have: with a dynamic address it is another than the address's own. */
  readonly origin: string
  /** Arrives from the background; the card shows nothing without it. */
  readonly ticket: Promise<string>
  readonly theme: 'light' | 'dark'
  readonly language: string
  readonly direction: string
  /** Where the badge is that the card belongs to. */
  readonly beside: DOMRect
  closed(): void
}

/** An open card. */
export interface CardFrame {
  readonly host: HTMLElement
  focus(): void
  /** Hides the card at once, and takes it away when it says that every word in it is safe. */
  close(): void
  /** Takes it away this instant: whoever is in the frame is not ours, or cannot answer any more. */
  drop(): void
}

const WIDTH = 380
const HEIGHT = 520
const GAP = 6
/** How long a closed card may take to bring its words to safety, in ms. */
const LEAVING = 1_000
const HIDDEN = ':host{display:none!important}'
/** Important rules inside a root beat every rule of the page on the host, the host's own style attribute included. */
const cardCss = ({ left, top, width, height }: Box): string => `
:host{all:initial!important;position:fixed!important;left:${left}px!important;top:${top}px!important;width:${width}px!important;height:${height}px!important;z-index:2147483646!important;display:block!important;opacity:1!important;visibility:visible!important;border-radius:16px!important;box-shadow:0 8px 30px rgb(0 0 0/.28)!important;overflow:hidden!important}
iframe{display:block;inline-size:100%;block-size:100%;border:0;border-radius:16px;color-scheme:normal}
`

/** Opens the card: an extension page in a frame in a closed root. The page around it sees a box. */
export function openCardFrame(document: Document, opening: CardOpening): CardFrame {
  const host = document.createElement('div')
  host.setAttribute(HOST_MARK, '')
  const frame = document.createElement('iframe')
  const sheet = new CSSStyleSheet()
  let loads = 0
  let port: MessagePort | undefined
  let isClosed = false
  function finish(): void {
    // The page may have taken the host away already: for the rest of us the card is open until this was said.
    if (isClosed) return
    isClosed = true
    opening.closed()
  }
  const card: CardFrame = {
    host,
    focus: () => frame.focus({ preventScroll: true }),
    close() {
      if (!port) return card.drop()
      sheet.replaceSync(HIDDEN)
      port.postMessage('leave')
      setTimeout(() => host.remove(), LEAVING)
      finish()
    },
    drop() {
      host.remove()
      finish()
    },
  }
  frame.addEventListener('load', () => {
    loads += 1
    // A second load means that somebody took the frame elsewhere: nothing of ours may stand around it.
    if (loads === 1) void greet(frame, opening, card).then((opened) => (port = opened))
    else card.drop()
  })
  sheet.replaceSync(cardCss(boxOf(opening.beside, document.documentElement)))
  attach(host, frame, sheet)
  frame.src = opening.url
  document.body.append(host)
  return card
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function attach(host: HTMLElement, frame: HTMLIFrameElement, sheet: CSSStyleSheet): void {
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  root.append(frame)
}

/** Hands the ticket over by a message that only the extension's own origin can receive, with a channel that only the two ends hold. */
async function greet(frame: HTMLIFrameElement, { origin, ticket, theme, language, direction }: CardOpening, card: CardFrame): Promise<MessagePort | undefined> {
  try {
    const greeting = { ticket: await ticket, theme, language, direction }
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => {
      if (data === 'close') card.close()
      if (data === 'left') card.drop()
    })
    port1.start()
    frame.contentWindow?.postMessage(greeting, origin, [port2])
    frame.focus()
    return port1
  } catch {
    card.drop()
    return undefined
  }
}

/** Below the badge where there is room, else above; always inside the window. */
function boxOf(beside: DOMRect, { clientWidth, clientHeight }: Element): Box {
  const width = Math.min(WIDTH, clientWidth - 2 * GAP)
  const height = Math.min(HEIGHT, clientHeight - 2 * GAP)
  const left = Math.max(GAP, Math.min(beside.left, clientWidth - width - GAP))
  const below = beside.bottom + GAP
  const top = below + height + GAP <= clientHeight ? below : Math.max(GAP, Math.min(beside.top - GAP - height, clientHeight - height - GAP))
  return { left, top, width, height }
}
