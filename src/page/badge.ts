/** What one badge shows. All words are final; none of them is a note's. */
export interface BadgeFace {
  /** The accessible name; begins with the handle. */
  readonly label: string
  readonly tone: 'quiet' | 'known' | 'warn'
  readonly score: string
  readonly contacts: string | undefined
  readonly tag: string | undefined
  readonly note: string | undefined
}

/** A badge on the page: a host that is alike for every author, and a closed root that nobody else sees into. */
export interface Badge {
  readonly host: HTMLElement
  paint(face: BadgeFace): void
}

/** Every host of ours has this attribute, whoever the author is. */
export const HOST_MARK = 'data-regulars'

const PARTS = ['score', 'contacts', 'tag', 'note'] as const
const TAG = PARTS.indexOf('tag')
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFD\uFE70-\uFEFC]/u

/** Makes a badge that is not on the page yet. */
export function makeBadge(document: Document, sheet: CSSStyleSheet): Badge {
  const host = document.createElement('span')
  for (const [name, value] of Object.entries({ [HOST_MARK]: '', role: 'button', tabindex: '0', 'aria-haspopup': 'dialog' })) host.setAttribute(name, value)
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  const face = document.createElement('span')
  face.setAttribute('role', 'img')
  const parts = PARTS.map((part) => makePart(document, face, part))
  root.append(face)
  let painted: BadgeFace | undefined
  return {
    host,
    paint(next) {
      if (painted && isSame(painted, next)) return
      painted = next
      face.setAttribute('aria-label', next.label)
      face.className = `face ${next.tone}`
      PARTS.forEach((part, index) => setWord(parts[index], next[part]))
      // dir=auto cannot see generated words, and an ellipsis needs the direction of what it cuts.
      parts[TAG]?.setAttribute('dir', next.tag && RIGHT_TO_LEFT.test(next.tag) ? 'rtl' : 'ltr')
    },
  }
}

function makePart(document: Document, face: HTMLElement, part: string): HTMLElement {
  const element = document.createElement('i')
  element.className = part
  face.append(element)
  return element
}

function setWord(element: HTMLElement | undefined, word: string | undefined): void {
  if (word === undefined) element?.removeAttribute('data-w')
  else element?.setAttribute('data-w', word)
}

function isSame(one: BadgeFace, other: BadgeFace): boolean {
  return one.label === other.label && one.tone === other.tone && PARTS.every((part) => one[part] === other[part])
}
