import { HOST_MARK } from './badge'

const SIZE = 28
const GAP = 8
/** Below the middle of the picture that X puts before an editor. */
const GAP_BEFORE = 14

/** A small button beside the composer that is written in, alike on every page. */
export interface ComposerButton {
  readonly host: HTMLElement
  /** Stands beside this composer from now on; without one it is not there. */
  beside(composer: HTMLElement | undefined): void
  restyle(theme: 'light' | 'dark'): void
}

const css = (theme: 'light' | 'dark', place: { readonly left: number; readonly top: number } | undefined): string => `
:host{all:initial!important;position:absolute!important;left:0!important;top:0!important;transform:translate(${place?.left ?? 0}px,${place?.top ?? 0}px)!important;width:${SIZE}px!important;height:${SIZE}px!important;z-index:2147483640!important;display:${place ? 'block' : 'none'}!important;cursor:pointer!important;border-radius:50%!important;user-select:none!important}
:host(:focus-visible){outline:2px solid ${theme === 'dark' ? '#f0b45a' : '#8a4b0a'}!important}
svg{display:block;box-sizing:border-box;inline-size:100%;block-size:100%;padding:5px;border-radius:50%;fill:none;stroke:${theme === 'dark' ? '#f0b45a' : '#8a4b0a'};stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;pointer-events:none}
:host(:hover) svg{background:${theme === 'dark' ? 'rgb(240 180 90/.16)' : 'rgb(138 75 10/.1)'}}
@media (forced-colors:active){svg{stroke:ButtonText;background:ButtonFace}}
`
/** A speech bubble with lines in it. */
const SHAPES = ['M4 5h16v11H10l-4 4v-4H4z', 'M8 9h8', 'M8 12h5']

/** Makes the button; it takes no room in the page: it lies over the margin below the writer's picture, moved by what no layout sees. */
export function makeComposerButton(document: Document, label: string): ComposerButton {
  const host = document.createElement('div')
  for (const [name, value] of Object.entries({ [HOST_MARK]: 'replies', role: 'button', tabindex: '0', 'aria-haspopup': 'dialog', 'aria-label': label, title: label })) host.setAttribute(name, value)
  const sheet = new CSSStyleSheet()
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  root.append(drawing(document))
  let theme: 'light' | 'dark' = 'light'
  let composer: HTMLElement | undefined
  const paint = (): void => sheet.replaceSync(css(theme, composer && placeBeside(composer)))
  return {
    host,
    beside(next) {
      composer = next
      if (next && !host.isConnected) document.body.append(host)
      paint()
    },
    restyle(next) {
      theme = next
      paint()
    },
  }
}

function drawing(document: Document): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const shape of SHAPES) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', shape)
    svg.append(path)
  }
  return svg
}

/** Before the editor's beginning, at the height of its end; from the page's corner, so that it scrolls along. Inside where there is no room before it. */
function placeBeside(composer: HTMLElement): { readonly left: number; readonly top: number } | undefined {
  const { left, right, bottom, width } = composer.getBoundingClientRect()
  const window = composer.ownerDocument.defaultView
  if (!window || width === 0) return undefined
  const isRightToLeft = window.getComputedStyle(composer).direction === 'rtl'
  const before = isRightToLeft ? right + GAP_BEFORE : left - SIZE - GAP_BEFORE
  const x = Math.max(0, Math.min(before, composer.ownerDocument.documentElement.clientWidth - SIZE))
  return { left: Math.round(x + window.scrollX), top: Math.round(bottom + GAP + window.scrollY) }
}
