import { resolve } from 'node:path'
import { ElementType, parseDocument } from 'htmlparser2'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { build } from 'vite'

/** A tree that survives the way into a browser: a text, or [name, attributes, children]. */
export type PlainNode = string | readonly [name: string, attributes: Readonly<Record<string, string>>, children: readonly PlainNode[]]

/** A sample as a plain tree, nested as X nests it: a browser's own parser would pull its buttons apart. */
export function plainTree(html: string): PlainNode[] {
  return parseDocument(html).children.flatMap(plain)
}

function plain(node: ReturnType<typeof parseDocument>['children'][number]): PlainNode[] {
  if (node.type === ElementType.Text) return [node.data]
  return 'attribs' in node ? [[node.name, node.attribs, node.children.flatMap(plain)]] : []
}

/** The readers as one script. */
export async function bundleReaders(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'es2022', lib: { entry: resolve(import.meta.dirname, 'entry.ts'), formats: ['iife'], name: 'unused' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('Vite built no script out of test/e2e/readers/entry.ts.')
  return chunk.code
}

/** A plain browser, without the extension. */
export function openBrowser(kind: 'chromium' | 'firefox'): Promise<Browser> {
  return kind === 'chromium'
    ? launch({ executablePath: '/usr/bin/chromium', headless: true, pipe: true, args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'] })
    : launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, protocol: 'webDriverBiDi' })
}

/** An empty page at an address on X; everything it asks for is answered here, with nothing. */
export async function openAt(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest()
    void request.respond({ status: isPage ? 200 : 404, contentType: 'text/html', body: isPage ? '<!doctype html><title>X</title>' : '' }).catch(() => undefined)
  })
  await page.goto(url)
  return page
}

/** Puts the tree in place of the page's own. */
export async function showTree(page: Page, tree: readonly PlainNode[]): Promise<void> {
  await page.evaluate((nodes) => {
    const append = (parent: Element, node: PlainNode, inSvg: boolean): void => {
      if (typeof node === 'string') return parent.append(node)
      const [name, attributes, children] = node
      const svg = inSvg || name === 'svg'
      const old = { html: document.documentElement, head: document.head, body: document.body }[name as 'html']
      const element = old ?? (svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name))
      for (const [key, value] of Object.entries(attributes)) {
        try {
          element.setAttribute(key, value)
        } catch {
          // A name that only a parser can make.
        }
      }
      if (!old) parent.append(element)
      else if (name !== 'html') element.replaceChildren()
      for (const child of children) append(element, child, svg)
    }
    // The rule for the width of icons is one of those that X inserts late and the samples lack: without it each is 300 pixels wide.
    const style = document.createElement('style')
    style.textContent = 'svg{width:1.25em}'
    for (const node of nodes) if (typeof node !== 'string' && !node[0].startsWith('!')) append(document.body, node, false)
    document.head.append(style)
  }, tree as PlainNode[])
}
