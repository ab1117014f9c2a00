import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'

/** Saved pages of X with made-up people. They are not committed: tests that need them skip where they are absent. */
export const SAMPLES = resolve(import.meta.dirname, '../../../shared/x-samples')
export const hasSamples = existsSync(resolve(SAMPLES, 'expected.json'))

/** The text of one sample. */
export function sampleText(file: string): string {
  return readFileSync(resolve(SAMPLES, file), 'utf8')
}

/** An empty page. */
export function emptyDocument(): Document {
  return parseHTML('<!doctype html><html><head></head><body></body></html>').document
}

/**
 * A page built node by node. An HTML parser would pull a button out of the button around it, as X nests them;
 * htmlparser2 keeps what it reads, and createElement does not judge.
 */
export function buildTree(html: string): Document {
  const document = emptyDocument()
  let top: Node = document.createElement('main')
  const root = top as Element
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value)
        top.appendChild(element)
        top = element
      },
      ontext(text) {
        top.appendChild(document.createTextNode(text))
      },
      onclosetag() {
        top = top.parentNode ?? root
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  document.body.appendChild(root)
  return document
}

function setAttribute(element: Element, key: string, value: string): void {
  try {
    element.setAttribute(key, value)
  } catch {
    // A name that only a parser can make; nothing here reads it.
  }
}
