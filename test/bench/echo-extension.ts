import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MANIFEST = {
  manifest_version: 3,
  name: 'Echo, to measure against',
  version: '1.0',
  background: { service_worker: 'background.js', scripts: ['background.js'] },
  content_scripts: [{ matches: ['https://*/*'], js: ['content.js'], run_at: 'document_start' }],
  browser_specific_settings: { gecko: { id: 'echo@regulars.example', strict_min_version: '142.0' } },
}

const BACKGROUND = `
chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener((handle) => port.postMessage(handle)))
`

/** One mark for each post, painted in the post's own frame; the background gives back each name that it is told, and the mark says so. */
const CONTENT = `
const marks = new Map()
const port = chrome.runtime.connect()
port.onMessage.addListener((handle) => marks.get(handle)?.setAttribute('aria-label', '@' + handle + ', known'))
const mark = (name) => {
  const handle = name.querySelector('a[href^="/"]')?.getAttribute('href').slice(1)
  if (!handle || name.querySelector('[data-regulars]')) return
  const host = document.createElement('span')
  host.dataset.regulars = ''
  host.role = 'button'
  const face = document.createElement('span')
  face.role = 'img'
  face.ariaLabel = '@' + handle + ', nothing known yet'
  host.attachShadow({ mode: 'closed' }).append(face)
  name.append(host)
  marks.set(handle, face)
  port.postMessage(handle)
}
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) node.querySelectorAll('article [data-testid=User-Name]').forEach(mark)
}).observe(document, { childList: true, subtree: true })
`

/** The folder of an extension that looks nothing up: its background answers at once. No answer that comes from a background can be on the page sooner. */
export function echoExtension(): string {
  const folder = join(process.cwd(), '.cache', 'bench', 'echo')
  mkdirSync(folder, { recursive: true })
  const files = { 'manifest.json': JSON.stringify(MANIFEST), 'background.js': BACKGROUND, 'content.js': CONTENT }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
