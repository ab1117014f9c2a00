import { HOST_MARK } from './badge'
import type { Theme } from './badge-style'

/** What a frame of ours is opened with. */
export interface OwnFrameOpening {
  /** The page in it, at the extension's own address. */
  readonly url: string
  /** The origin that the frame will have: with a dynamic address it is another than the address's own. */
  readonly origin: string
  /** Arrives from the background; the frame shows nothing without it. */
  readonly ticket: Promise<string>
  /** The page's colours, asked for when the ticket came. */
  theme(): Theme
  /** For the host, in a closed root. */
  readonly css: string
  heard(data: unknown): void
  /** It has been greeted and can be spoken to. */
  greeted(): void
  /** Somebody took the frame elsewhere, or no ticket came: it must go. */
  lost(): void
}

/** An extension page in a frame in a closed root. The page around it sees a box. */
export interface OwnFrame {
  readonly host: HTMLElement
  focus(): void
  /** False where nobody was greeted yet. */
  say(data: unknown): boolean
  restyle(css: string): void
}

/** Opens a frame of ours, greets it, and listens to it. */
export function openOwnFrame(document: Document, opening: OwnFrameOpening): OwnFrame {
  const host = document.createElement('div')
  host.setAttribute(HOST_MARK, '')
  const frame = document.createElement('iframe')
  // Of any origin: with a dynamic address it is another than the address's own.
  frame.allow = 'clipboard-write *'
  const sheet = new CSSStyleSheet()
  let loads = 0
  let port: MessagePort | undefined
  frame.addEventListener('load', () => {
    loads += 1
    // A second load means that somebody took the frame elsewhere: nothing of ours may stand around it.
    if (loads > 1) return opening.lost()
    void greet(frame, opening).then((opened) => {
      port = opened
      if (opened) opening.greeted()
      else opening.lost()
    })
  })
  sheet.replaceSync(opening.css)
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  root.append(frame)
  frame.src = opening.url
  document.body.append(host)
  return {
    host,
    focus: () => frame.focus({ preventScroll: true }),
    say(data) {
      port?.postMessage(data)
      return port !== undefined
    },
    restyle: (css) => sheet.replaceSync(css),
  }
}

/** Hands the ticket over by a message that only the extension's own origin can receive, with a channel that only the two ends hold. */
async function greet(frame: HTMLIFrameElement, { origin, ticket, theme, heard }: OwnFrameOpening): Promise<MessagePort | undefined> {
  try {
    const greeting = { ticket: await ticket, theme: theme() }
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => heard(data))
    port1.start()
    frame.contentWindow?.postMessage(greeting, origin, [port2])
    return port1
  } catch {
    return undefined
  }
}
