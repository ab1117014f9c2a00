import { HOST_MARK } from './badge'

const SHEET = `
:host{all:initial!important;position:fixed!important;z-index:2147483645!important;inset-block-end:16px!important;inset-inline-start:16px!important;display:block!important;pointer-events:none!important}
p{margin:0;max-inline-size:320px;padding:8px 14px;border-radius:12px;background:#26221a;color:#f1ede4;font:500 13px/1.4 system-ui,sans-serif;border:1px solid #4d4431}
p::before{content:attr(data-w)}
`

let shown: HTMLElement | undefined

/** Says one quiet sentence in a corner of the page, in place of an earlier one: it takes no click, no focus, no space. */
export function showNotice(document: Document, sentence: string): void {
  shown?.remove()
  const host = document.createElement('div')
  host.setAttribute(HOST_MARK, '')
  host.setAttribute('role', 'status')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(SHEET)
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  const line = document.createElement('p')
  line.setAttribute('role', 'img')
  line.setAttribute('aria-label', sentence)
  line.setAttribute('data-w', sentence)
  root.append(line)
  document.body?.append(host)
  shown = host
}
