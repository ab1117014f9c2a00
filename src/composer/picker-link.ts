import browser from 'webextension-polyfill'
import { ownOrigin } from '../content/own-origin'
import { askFromPage } from '../contract/ask'
import { type FromPicker, PALETTE_HEIGHT, type ToPicker } from '../features/canned-replies/picker-talk'
import { boxBeside } from '../page/frame-place'
import { openOwnFrame, type OwnFrame } from '../page/own-frame'
import { readTheme } from '../page/read-theme'

const PICKER = 'src/picker/picker.html'
const SIZE = { width: 400, height: PALETTE_HEIGHT }

/** The picker's frame: hidden until it is needed, so that it is there in the frame after the key. */
export interface PickerLink {
  readonly ticket: Promise<string>
  say(message: ToPicker): void
  show(beside: DOMRect, height?: number): void
  hide(): void
  focus(): void
  isOurs(target: EventTarget | null): boolean
  drop(): void
}

/** Opens a hidden picker; `heard` gets what it says, `lost` is called when it must go. */
export function openPicker(document: Document, heard: (said: FromPicker) => void, lost: () => void): PickerLink {
  const ticket = askFromPage('composer/ticket')
  const waiting: ToPicker[] = []
  let isReady = false
  const frame: OwnFrame = openOwnFrame(document, {
    url: browser.runtime.getURL(PICKER),
    origin: ownOrigin(),
    ticket,
    theme: () => readTheme(document),
    css: frameCss(undefined),
    heard(data) {
      // Whoever answers on this port was greeted with our ticket; the type is what our own page says.
      const said = data as FromPicker
      if (said.say === 'ready' && !isReady) {
        isReady = true
        for (const message of waiting.splice(0)) frame.say(message)
      }
      heard(said)
    },
    greeted: () => undefined,
    lost,
  })
  return {
    ticket,
    say: (message) => void (isReady ? frame.say(message) : waiting.push(message)),
    show: (beside, height = SIZE.height) => frame.restyle(frameCss(boxBeside(fromTheStart(beside, document), { width: SIZE.width, height }, document.documentElement))),
    hide: () => frame.restyle(frameCss(undefined)),
    focus: frame.focus,
    isOurs: (target) => target === frame.host,
    drop: () => frame.host.remove(),
  }
}

/** Where writing goes to the left, the frame begins at the right. */
function fromTheStart(beside: DOMRect, { dir }: Document): DOMRect {
  return dir === 'rtl' ? new DOMRect(beside.right - SIZE.width, beside.top, SIZE.width, beside.height) : beside
}

/** Hidden it keeps its size, so that it has been laid out when it is shown. */
function frameCss(box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | undefined): string {
  const { left, top, width, height } = box ?? { left: 0, top: 0, ...SIZE }
  const seen = box ? 'visibility:visible!important;opacity:1!important' : 'visibility:hidden!important;opacity:0!important;pointer-events:none!important'
  return `
:host{all:initial!important;position:fixed!important;left:${left}px!important;top:${top}px!important;width:${width}px!important;height:${height}px!important;z-index:2147483646!important;display:block!important;${seen};border-radius:16px!important;box-shadow:0 8px 30px rgb(0 0 0/.28)!important;overflow:hidden!important}
iframe{display:block;inline-size:100%;block-size:100%;border:0;border-radius:16px;color-scheme:normal}
@media (forced-colors:active){:host{outline:1px solid CanvasText!important}}
`
}
